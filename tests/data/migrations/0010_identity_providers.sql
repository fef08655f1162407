UPDATE organization SET settings = json_set(settings, '$.jwt', json('{"audience":"leadroom","issuer":"https://login.example.com/","jwks_url":"https://login.example.com/keys"}'))
WHERE id = '01980000-0000-7000-8000-000000000001';
