-- Whose identity provider made a token is found by its issuer and audience: no two organisations name the same.

CREATE UNIQUE INDEX organization_by_provider ON organization (settings ->> '$.jwt.issuer', settings ->> '$.jwt.audience');
