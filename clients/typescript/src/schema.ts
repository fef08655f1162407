// Made from public/openapi.json by `npm run generate`.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is it there? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api_keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One key, without its secret */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /** End a key */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a sign-in code mailed
         * @description The same answer whether or not there is such a person. A code lives ten minutes and ends with the fifth wrong try.
         */
        post: operations["requestCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a code */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/book_shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The books that I gave or received */
        get: operations["listBookShares"];
        put?: never;
        /** Share a book */
        post: operations["shareBook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/book_shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One book share */
        get: operations["getBookShare"];
        put?: never;
        post?: never;
        /**
         * End a book share
         * @description For the owner, the giver, the person it is for, and whoever has `assign_any`.
         */
        delete: operations["endBookShare"];
        options?: never;
        head?: never;
        /** Widen, narrow, lengthen or shorten a book share */
        patch: operations["changeBookShare"];
        trace?: never;
    };
    "/v1/capture/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Repeat a vendor's challenge */
        get: operations["captureChallenge"];
        put?: never;
        /**
         * Deliver a form
         * @description A body of at most 256 KB in the format of the source's provider. A repeat of a delivery changes nothing.
         */
        post: operations["capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collaboration_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for me to decide, or that I made */
        get: operations["listCollaborationRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collaboration_requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request */
        get: operations["getCollaborationRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collaboration_requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes, to at most what was asked */
        post: operations["approveCollaborationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collaboration_requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one's own request back */
        post: operations["cancelCollaborationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collaboration_requests/{id}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no, and why */
        post: operations["denyCollaborationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One communication */
        get: operations["getCommunication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contacts that I may see */
        get: operations["listContacts"];
        put?: never;
        /**
         * Make a contact
         * @description A contact needs a name, an e-mail address or a phone number.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same with many contacts
         * @description Takes the capability `bulk`, and for each contact what the action takes.
         */
        post: operations["bulkContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many contacts a list has */
        get: operations["countContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts with this e-mail address or phone number
         * @description What it says of one that the caller cannot see depends on the setting `reveal_existence`. At least one of the two is needed.
         */
        get: operations["findContactDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Put a contact into the trash
         * @description It can be restored for 30 days.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description With `If-Match`, an edit merges when the fields that it touches were not changed since that version, and is refused with `edit_conflict` otherwise. Without, it applies to what is there now. An edit that changes nothing keeps the version.
         */
        patch: operations["changeContact"];
        trace?: never;
    };
    "/v1/contacts/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everyone with access to a contact
         * @description Takes the permission `share`, owning the contact, or the capability `view_all`.
         */
        get: operations["listContactAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/access/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a person can see a contact, or cannot
         * @description `me` for oneself, always. Others: takes the permission `share`, owning the contact, or the capability `view_all`.
         */
        get: operations["explainContactAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a contact to another owner, or to the pool
         * @description For whoever has `assign_any`, and for its owner with `transfer_own`.
         */
        post: operations["assignContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a contact from the pool
         * @description There is one winner.
         */
        post: operations["claimContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/collaboration_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to collaborate on a contact
         * @description With the setting `reveal_existence`, also on one that the caller cannot see.
         */
        post: operations["requestToCollaborateOnContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/collaborators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works on a contact */
        get: operations["listContactCollaborators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/collaborators/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Become a collaborator
         * @description For whoever may assign the contact. Everybody else is told to ask: `remedy` is `request_to_collaborate`.
         */
        put: operations["joinContact"];
        post?: never;
        /**
         * Stop being a collaborator
         * @description Always works.
         */
        delete: operations["leaveContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/collaborators/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a collaborator, or change their level
         * @description A repeat that changes nothing tells nobody and logs nothing.
         */
        put: operations["putContactCollaborator"];
        post?: never;
        /** Remove a collaborator */
        delete: operations["removeContactCollaborator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communications about a contact, newest first */
        get: operations["listContactCommunications"];
        put?: never;
        /** Log a communication */
        post: operations["createContactCommunication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what happens to a contact, and who looks at it
         * @description `hello` comes first, with the record's `version` and its `viewers`; then every entry of the timeline as an `event`, once and in order, and `presence` when somebody comes or goes. `revoked` comes before the close when the access ends.
         */
        get: operations["openContactLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear nothing of what goes on around a contact
         * @description What is meant for oneself in particular (an assignment, a mention, a task, a request) is told all the same.
         */
        put: operations["muteContact"];
        post?: never;
        /** Hear of it again */
        delete: operations["unmuteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a contact, newest first */
        get: operations["listContactNotes"];
        put?: never;
        /** Write a note */
        post: operations["createContactNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a contact out of the trash */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With whom a contact is shared */
        get: operations["listContactShares"];
        put?: never;
        /**
         * Share a contact
         * @description One share per recipient: sharing again replaces.
         */
        post: operations["shareContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a contact, newest first */
        get: operations["listContactTasks"];
        put?: never;
        /** Make a task */
        post: operations["createContactTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a contact, newest first */
        get: operations["listContactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear of what goes on around a contact
         * @description As its owner and its collaborators do, for as long as one may see it.
         */
        put: operations["watchContact"];
        post?: never;
        /** Hear no more of it than one's part in it brings */
        delete: operations["unwatchContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead_letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be done, newest first */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead_letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        /** Leave it undone */
        delete: operations["dropDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead_letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have it tried again
         * @description It is no dead letter any more, unless it comes to that again.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals that I may see */
        get: operations["listDeals"];
        put?: never;
        /**
         * Make a deal
         * @description A deal needs a name, an e-mail address or a phone number.
         */
        post: operations["createDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same with many deals
         * @description Takes the capability `bulk`, and for each deal what the action takes.
         */
        post: operations["bulkDeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many deals a list has */
        get: operations["countDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deals with this e-mail address or phone number
         * @description What it says of one that the caller cannot see depends on the setting `reveal_existence`. At least one of the two is needed.
         */
        get: operations["findDealDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deal */
        get: operations["getDeal"];
        put?: never;
        post?: never;
        /**
         * Put a deal into the trash
         * @description It can be restored for 30 days.
         */
        delete: operations["deleteDeal"];
        options?: never;
        head?: never;
        /**
         * Change a deal
         * @description With `If-Match`, an edit merges when the fields that it touches were not changed since that version, and is refused with `edit_conflict` otherwise. Without, it applies to what is there now. An edit that changes nothing keeps the version.
         */
        patch: operations["changeDeal"];
        trace?: never;
    };
    "/v1/deals/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everyone with access to a deal
         * @description Takes the permission `share`, owning the deal, or the capability `view_all`.
         */
        get: operations["listDealAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/access/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a person can see a deal, or cannot
         * @description `me` for oneself, always. Others: takes the permission `share`, owning the deal, or the capability `view_all`.
         */
        get: operations["explainDealAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a deal to another owner, or to the pool
         * @description For whoever has `assign_any`, and for its owner with `transfer_own`.
         */
        post: operations["assignDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a deal from the pool
         * @description There is one winner.
         */
        post: operations["claimDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/collaboration_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to collaborate on a deal
         * @description With the setting `reveal_existence`, also on one that the caller cannot see.
         */
        post: operations["requestToCollaborateOnDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/collaborators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works on a deal */
        get: operations["listDealCollaborators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/collaborators/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Become a collaborator
         * @description For whoever may assign the deal. Everybody else is told to ask: `remedy` is `request_to_collaborate`.
         */
        put: operations["joinDeal"];
        post?: never;
        /**
         * Stop being a collaborator
         * @description Always works.
         */
        delete: operations["leaveDeal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/collaborators/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a collaborator, or change their level
         * @description A repeat that changes nothing tells nobody and logs nothing.
         */
        put: operations["putDealCollaborator"];
        post?: never;
        /** Remove a collaborator */
        delete: operations["removeDealCollaborator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communications about a deal, newest first */
        get: operations["listDealCommunications"];
        put?: never;
        /** Log a communication */
        post: operations["createDealCommunication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what happens to a deal, and who looks at it
         * @description `hello` comes first, with the record's `version` and its `viewers`; then every entry of the timeline as an `event`, once and in order, and `presence` when somebody comes or goes. `revoked` comes before the close when the access ends.
         */
        get: operations["openDealLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear nothing of what goes on around a deal
         * @description What is meant for oneself in particular (an assignment, a mention, a task, a request) is told all the same.
         */
        put: operations["muteDeal"];
        post?: never;
        /** Hear of it again */
        delete: operations["unmuteDeal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a deal, newest first */
        get: operations["listDealNotes"];
        put?: never;
        /** Write a note */
        post: operations["createDealNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deal out of the trash */
        post: operations["restoreDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With whom a deal is shared */
        get: operations["listDealShares"];
        put?: never;
        /**
         * Share a deal
         * @description One share per recipient: sharing again replaces.
         */
        post: operations["shareDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a deal, newest first */
        get: operations["listDealTasks"];
        put?: never;
        /** Make a task */
        post: operations["createDealTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a deal, newest first */
        get: operations["listDealTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear of what goes on around a deal
         * @description As its owner and its collaborators do, for as long as one may see it.
         */
        put: operations["watchDeal"];
        post?: never;
        /** Hear no more of it than one's part in it brings */
        delete: operations["unwatchDeal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery, whole */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a failed delivery up again
         * @description As its source is now: after its field map or its token was mended.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description What is not done yet is not done any more. For whoever made it, and for whoever sees it and has `bulk`.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came of a job's records
         * @description Of those that it has got to.
         */
        get: operations["listJobResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back what a job has assigned
         * @description To whoever owned it before, where the owner is still the one that the job gave it to, with the tasks that went along; whom it took away from the collaborators is one again. Once, and after its end. For whoever made the job, also where it cost them the sight of a record, and for holders of `assign_any`.
         */
        post: operations["undoJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads that I may see */
        get: operations["listLeads"];
        put?: never;
        /**
         * Make a lead
         * @description A lead needs a name, an e-mail address or a phone number.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same with many leads
         * @description Takes the capability `bulk`, and for each lead what the action takes.
         */
        post: operations["bulkLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads a list has */
        get: operations["countLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads with this e-mail address or phone number
         * @description What it says of one that the caller cannot see depends on the setting `reveal_existence`. At least one of the two is needed.
         */
        get: operations["findLeadDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Put a lead into the trash
         * @description It can be restored for 30 days.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description With `If-Match`, an edit merges when the fields that it touches were not changed since that version, and is refused with `edit_conflict` otherwise. Without, it applies to what is there now. An edit that changes nothing keeps the version.
         */
        patch: operations["changeLead"];
        trace?: never;
    };
    "/v1/leads/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everyone with access to a lead
         * @description Takes the permission `share`, owning the lead, or the capability `view_all`.
         */
        get: operations["listLeadAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/access/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a person can see a lead, or cannot
         * @description `me` for oneself, always. Others: takes the permission `share`, owning the lead, or the capability `view_all`.
         */
        get: operations["explainLeadAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a lead to another owner, or to the pool
         * @description For whoever has `assign_any`, and for its owner with `transfer_own`.
         */
        post: operations["assignLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a lead from the pool
         * @description There is one winner.
         */
        post: operations["claimLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/collaboration_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to collaborate on a lead
         * @description With the setting `reveal_existence`, also on one that the caller cannot see.
         */
        post: operations["requestToCollaborateOnLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/collaborators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works on a lead */
        get: operations["listLeadCollaborators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/collaborators/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Become a collaborator
         * @description For whoever may assign the lead. Everybody else is told to ask: `remedy` is `request_to_collaborate`.
         */
        put: operations["joinLead"];
        post?: never;
        /**
         * Stop being a collaborator
         * @description Always works.
         */
        delete: operations["leaveLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/collaborators/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a collaborator, or change their level
         * @description A repeat that changes nothing tells nobody and logs nothing.
         */
        put: operations["putLeadCollaborator"];
        post?: never;
        /** Remove a collaborator */
        delete: operations["removeLeadCollaborator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communications about a lead, newest first */
        get: operations["listLeadCommunications"];
        put?: never;
        /** Log a communication */
        post: operations["createLeadCommunication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a contact of a lead, and perhaps a deal
         * @description Owner, collaborators, shares, notes and open tasks carry over. The lead's status becomes `converted`.
         */
        post: operations["convertLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what happens to a lead, and who looks at it
         * @description `hello` comes first, with the record's `version` and its `viewers`; then every entry of the timeline as an `event`, once and in order, and `presence` when somebody comes or goes. `revoked` comes before the close when the access ends.
         */
        get: operations["openLeadLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear nothing of what goes on around a lead
         * @description What is meant for oneself in particular (an assignment, a mention, a task, a request) is told all the same.
         */
        put: operations["muteLead"];
        post?: never;
        /** Hear of it again */
        delete: operations["unmuteLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a lead, newest first */
        get: operations["listLeadNotes"];
        put?: never;
        /** Write a note */
        post: operations["createLeadNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lead out of the trash */
        post: operations["restoreLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With whom a lead is shared */
        get: operations["listLeadShares"];
        put?: never;
        /**
         * Share a lead
         * @description One share per recipient: sharing again replaces.
         */
        post: operations["shareLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a lead, newest first */
        get: operations["listLeadTasks"];
        put?: never;
        /** Make a task */
        post: operations["createLeadTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a lead, newest first */
        get: operations["listLeadTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hear of what goes on around a lead
         * @description As its owner and its collaborators do, for as long as one may see it.
         */
        put: operations["watchLead"];
        post?: never;
        /** Hear no more of it than one's part in it brings */
        delete: operations["unwatchLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live_tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a ticket for one connection
         * @description For browser apps of other origins. It is used up by the first connection, and lives a minute.
         */
        post: operations["createLiveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and what may I do? */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what is new for oneself
         * @description `notification`, `unread` and `job`, as they come.
         */
        get: operations["openInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notification_preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one is told, by type */
        get: operations["getNotificationPreferences"];
        /**
         * Say how one wants to be told
         * @description What is not named stays as it is, and null is as usual again. Who wants something neither in the app nor by e-mail is told the next reason there is, if any.
         */
        put: operations["putNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One note */
        get: operations["getNote"];
        put?: never;
        post?: never;
        /**
         * Delete a note
         * @description For its author, and for whoever has the permission `delete`.
         */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        /**
         * Change a note
         * @description For its author, and for whoever has the permission `delete`.
         */
        patch: operations["changeNote"];
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one was told, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as read
         * @description Either those with these ids or all. What is no notification of the caller's is passed over.
         */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation and its settings */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the organisation or its settings
         * @description Takes the capability `manage_settings`.
         */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All roles, the built-in ones first */
        get: operations["listRoles"];
        put?: never;
        /** Make a role */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /** Delete a role that nobody has */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /**
         * Change a role
         * @description Acts at once on everybody who has it.
         */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules, in the order in which they run */
        get: operations["listRules"];
        put?: never;
        /** Make a rule */
        post: operations["createRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule */
        get: operations["getRule"];
        put?: never;
        post?: never;
        /** Delete a rule */
        delete: operations["deleteRule"];
        options?: never;
        head?: never;
        /** Change a rule, or its place */
        patch: operations["changeRule"];
        trace?: never;
    };
    "/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an organisation and its owner
         * @description Takes the secret `SETUP_TOKEN` as the Bearer token. Without that secret in the installation there is no such route.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I gave or received, over all records */
        get: operations["listShares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One share */
        get: operations["getShare"];
        put?: never;
        post?: never;
        /**
         * End a share
         * @description The giver always may.
         */
        delete: operations["endShare"];
        options?: never;
        head?: never;
        /** Widen, narrow, lengthen or shorten a share */
        patch: operations["changeShare"];
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, newest first */
        get: operations["listSources"];
        put?: never;
        /** Make a source */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /** Delete a source */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /** Change a source */
        patch: operations["changeSource"];
        trace?: never;
    };
    "/v1/sources/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a source has delivered, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/rotate_key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a source another address
         * @description The address before works for another 24 hours.
         */
        post: operations["rotateSourceKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a body would become
         * @description Sent as the vendor would send it, but without a signature. Nothing is stored.
         */
        post: operations["testSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks over all records, newest first */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Change a task, or finish it */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams, by name */
        get: operations["listTeams"];
        put?: never;
        /** Make a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /**
         * Delete a team and what was shared with it
         * @description Refused while somebody sees a record only through it, unless forced.
         */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /** Rename a team */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/v1/teams/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a team */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a person into a team */
        put: operations["addMember"];
        post?: never;
        /** Take a person out of a team */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link in every mail
         * @description It asks for a click. To look at it ends nothing.
         */
        get: operations["askToUnsubscribe"];
        put?: never;
        /**
         * End the mail to a person with one click
         * @description For every type of notification (RFC 8058); the person's preferences turn it on again. Codes to sign in are still sent. The address is all that it takes: what a mail program sends along is not looked at.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by name */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add a person
         * @description Takes the capability `manage_people`; nobody manages a person who has capabilities that they lack themselves.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, give another role, deactivate, reactivate
         * @description Everybody may change their own name; all else takes the capability `manage_people`. Deactivating acts at once.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{id}/api_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's keys, newest first, without their secrets */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key that acts as a person
         * @description For oneself, or with the capability `manage_people`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery of a webhook */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or dropped delivery again
         * @description At once and from the first attempt on, with the same `webhook-id`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Make a webhook */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description What it still had to send goes, too.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description From then on it acts as you.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a webhook has sent, newest first
         * @description Kept for thirty days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret
         * @description For 24 hours both sign: `webhook-signature` has two signatures.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Access: {
            permissions: components["schemas"]["Permission"][];
            sources: components["schemas"]["Because"][];
            user: components["schemas"]["Person"];
        };
        AccessExplanation: {
            /** @description Granted, and cut by the ceiling of the person's role. */
            cut_by_role: components["schemas"]["Permission"][];
            /** @description Grants that have ended. */
            expired: {
                /**
                 * Format: date-time
                 * @example null
                 */
                expires_at: string | null;
                granted_by: components["schemas"]["Person"] | null;
                /**
                 * Format: uuid
                 * @description Of the grant.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string | null;
                permissions: components["schemas"]["Permission"][];
                /** @example null */
                reason: string | null;
                /**
                 * Format: date-time
                 * @example 2026-05-01T09:30:00.000Z
                 */
                since: string | null;
                /**
                 * @description Where it comes from.
                 * @example team_share
                 * @enum {string}
                 */
                source: "team_share" | "owner" | "role" | "collaborator" | "share" | "everyone_share" | "book_share" | "pool";
                /** @description Through what it reaches the person. */
                via: ({
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    id: string;
                    /** @example North */
                    name: string | null;
                    /**
                     * @example team
                     * @enum {string}
                     */
                    type: "team" | "book";
                } | {
                    /** @example admin */
                    name: string;
                    /** @constant */
                    type: "role";
                }) | null;
            }[];
            /** @description Every permission: whether it is granted, and everything that grants it. */
            permissions: {
                [key: string]: {
                    because: components["schemas"]["Because"][];
                    /** @example true */
                    granted: boolean;
                };
            };
            /** @description What would help, and who can do it. */
            remedy: {
                /**
                 * @example request_to_collaborate
                 * @enum {string}
                 */
                action: "request_to_collaborate" | "approve_request" | "become_collaborator" | "claim" | "renew" | "restore" | "change_role" | "reactivate";
                /**
                 * Format: uuid
                 * @description Of the grant to renew, or of the request that waits.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id?: string | null;
                /**
                 * Format: date-time
                 * @description After a denial: from when on it may be asked again.
                 */
                retry_at?: string;
                /** @description Who can do it. */
                who: components["schemas"]["Person"][];
            }[];
            user: components["schemas"]["Person"];
            /** @example true */
            visible: boolean;
        };
        AccessPage: {
            data: components["schemas"]["Access"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /** @description Who or what did something. */
        Actor: {
            /**
             * Format: uuid
             * @description Null for what no person did.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string | null;
            /** @example Ann Able */
            name: string;
            /**
             * @example user
             * @enum {string}
             */
            type: "user" | "rule" | "source" | "system";
        };
        ApiKey: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working.
             * @example null
             */
            expires_at: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @description To the hour.
             * @example 2026-05-01T09:30:00.000Z
             */
            last_used_at?: string | null;
            /**
             * Format: plain-text
             * @example Nightly import
             */
            name: string;
            /**
             * Format: uuid
             * @description Whom it acts as.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            user_id: string;
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /** @description A reason. */
        Because: {
            /**
             * Format: date-time
             * @example null
             */
            expires_at: string | null;
            granted_by: components["schemas"]["Person"] | null;
            /**
             * Format: uuid
             * @description Of the grant.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string | null;
            /** @example null */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            since: string | null;
            /**
             * @description Where it comes from.
             * @example team_share
             * @enum {string}
             */
            source: "team_share" | "owner" | "role" | "collaborator" | "share" | "everyone_share" | "book_share" | "pool";
            /** @description Through what it reaches the person. */
            via: ({
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                /** @example North */
                name: string | null;
                /**
                 * @example team
                 * @enum {string}
                 */
                type: "team" | "book";
            } | {
                /** @example admin */
                name: string;
                /** @constant */
                type: "role";
            }) | null;
        };
        BookShare: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description What of it reaches the recipient: a role's ceiling cuts, and nothing reaches the inactive. */
            effective: components["schemas"]["Permission"][];
            /**
             * Format: date-time
             * @example null
             */
            expires_at: string | null;
            granted_by: components["schemas"]["Person"] | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            kinds: components["schemas"]["Kind"][];
            /** @description Whose records they are. */
            owner: components["schemas"]["Person"];
            permissions: ("read" | "update" | "delete" | "share" | "assign" | "note" | "task" | "communicate" | "create")[];
            /** @example null */
            reason: string | null;
            version: components["schemas"]["VersionNumber"];
            with: components["schemas"]["Recipient"];
        };
        BookSharePage: {
            data: components["schemas"]["BookShare"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        BulkAction: {
            action: {
                tags: string[];
                /** @constant */
                type: "add_tags";
            } | {
                tags: string[];
                /** @constant */
                type: "remove_tags";
            } | {
                /**
                 * @description Whether collaborators stay. The settings decide when nothing is said.
                 * @example true
                 */
                keep_collaborators?: boolean | null;
                /**
                 * @description What the previous owner keeps. The settings decide when nothing is said.
                 * @example view
                 * @enum {string|null}
                 */
                keep_previous_owner?: "none" | "view" | "edit" | null;
                /**
                 * @description Whether the previous owner's open tasks become the new owner's.
                 * @example true
                 */
                move_open_tasks?: boolean | null;
                /**
                 * Format: plain-text
                 * @example Yours from now on
                 */
                note?: string | null;
                /**
                 * Format: uuid
                 * @description Null gives them to the pool.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                owner_id: string | null;
                /** @constant */
                type: "assign";
            } | {
                level?: components["schemas"]["Level"] | null;
                /** @constant */
                type: "add_collaborators";
                user_ids: string[];
            } | {
                level?: components["schemas"]["Level"] | null;
                /** @constant */
                type: "remove_collaborators";
                user_ids: string[];
            } | {
                /**
                 * Format: date-time
                 * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                 * @example 2027-01-01T00:00:00.000Z
                 */
                expires_at?: string | null;
                /** @description `read` is always among what is given. */
                permissions: components["schemas"]["Permission"][];
                /**
                 * Format: plain-text
                 * @description Why. Whoever looks at the access reads it.
                 * @example They are my customer, too
                 */
                reason?: string | null;
                /** @constant */
                type: "share";
                with: {
                    /**
                     * Format: uuid
                     * @description Of the person or team.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    id?: string | null;
                    /**
                     * @example team
                     * @enum {string}
                     */
                    type: "user" | "team" | "everyone";
                };
            } | {
                /**
                 * Format: plain-text
                 * @description One of those that the settings name for the kind.
                 * @example working
                 */
                status: string;
                /** @constant */
                type: "set_status";
            } | {
                /** @constant */
                type: "delete";
            };
            /**
             * @description Find out what would come of it: nothing is written, and nobody is told.
             * @default false
             * @example true
             */
            dry_run: boolean | null;
            /**
             * @description Each person is told once of all of it when the job ends, or nobody of anything.
             * @default summary
             * @example summary
             * @enum {string|null}
             */
            notify: "summary" | "none" | null;
            select: {
                /** @description Each counts once. One that is not there, or not for you to see, comes out as `not_found`. */
                ids: string[];
            } | {
                /** @description The filters of the list, with the same words. Without any it is all that you may see. */
                filter: {
                    /**
                     * Format: plain-text
                     * @example me
                     */
                    collaborator?: string | null;
                    /** Format: date-time */
                    created_after?: string | null;
                    /** Format: date-time */
                    created_before?: string | null;
                    deleted?: boolean | null;
                    owner?: (string | string[]) | null;
                    /** Format: plain-text */
                    q?: string | null;
                    /** @enum {string|null} */
                    shared?: "with_me" | "by_me" | null;
                    /** Format: plain-text */
                    source?: string | null;
                    status?: (string | string[]) | null;
                    /** Format: plain-text */
                    tag?: string | null;
                    /** Format: date-time */
                    updated_after?: string | null;
                    /** Format: date-time */
                    updated_before?: string | null;
                };
            };
        };
        /**
         * @description What a role lets one do in the organisation.
         * @example claim
         * @enum {string}
         */
        Capability: "view_all" | "view_pool" | "claim" | "assign_any" | "transfer_own" | "share" | "reshare" | "create" | "bulk" | "import" | "export" | "manage_people" | "manage_sources" | "manage_settings";
        CaptureOutcome: {
            /**
             * @description Why it was ignored, or failed.
             * @example no_contact_details
             */
            code?: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            delivery_id: string;
            /**
             * @example created
             * @enum {string}
             */
            status: "created" | "updated" | "duplicate" | "ignored" | "queued" | "failed";
        };
        Captured: {
            /**
             * @description Why it was ignored, or failed.
             * @example no_contact_details
             */
            code?: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            delivery_id: string;
            /**
             * @example created
             * @enum {string}
             */
            status: "created" | "updated" | "duplicate" | "ignored" | "queued" | "failed";
            /** @description Each of them, when a delivery has several. */
            submissions?: components["schemas"]["CaptureOutcome"][];
        };
        CollaborationRequest: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description Null until somebody decided. */
            decision: components["schemas"]["Decision"] | null;
            /**
             * Format: date-time
             * @description When it expires undecided.
             * @example 2026-05-01T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            level: components["schemas"]["Level"];
            /** @example They are my customer, too */
            reason: string | null;
            requester: components["schemas"]["Person"];
            status: components["schemas"]["RequestStatus"];
            /**
             * Format: date-time
             * @description Until when access is wanted.
             * @example null
             */
            until: string | null;
        };
        CollaborationRequestPage: {
            data: components["schemas"]["CollaborationRequest"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Collaborator: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            added_at: string;
            added_by: components["schemas"]["Person"] | null;
            level: components["schemas"]["Level"];
            /** @description What they may do, cut by their role's ceiling. */
            permissions: components["schemas"]["Permission"][];
            /**
             * Format: date-time
             * @description When it ends.
             * @example null
             */
            until: string | null;
            user: components["schemas"]["Person"];
        };
        CollaboratorPage: {
            data: components["schemas"]["Collaborator"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Communication: {
            author: components["schemas"]["Person"];
            /** @example null */
            body: string | null;
            /**
             * @example call
             * @enum {string}
             */
            channel: "call" | "email" | "sms" | "meeting" | "chat";
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @example in
             * @enum {string}
             */
            direction: "in" | "out";
            /**
             * @description Seconds.
             * @example 1
             */
            duration_s: number | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            occurred_at: string;
            /** @example Asked for an offer */
            summary: string;
        };
        CommunicationPage: {
            data: components["schemas"]["Communication"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @description Where to go on: the `next_cursor` of the page before. Opaque, and good for the same list only.
         * @example WyJ1c2VycyIsMV0
         */
        Cursor: string;
        DeadLetter: {
            /**
             * @description Why it failed the last time.
             * @example unavailable
             * @enum {string}
             */
            code: "unavailable" | "internal_error" | "unreadable" | "crashed";
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description How often it came to this.
             * @example 1
             */
            deaths: number;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            died_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * @description What was to be done: `events` and `bulk` tell people of what happened, `due` reminds of a task, …
             * @example events
             */
            job: string;
            /**
             * Format: uuid
             * @description What it was about.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            subject_id: string | null;
        };
        DeadLetterPage: {
            data: components["schemas"]["DeadLetter"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Decision: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            by: components["schemas"]["Person"];
            level: components["schemas"]["Level"] | null;
            /** @example Welcome */
            note: string | null;
            /**
             * Format: date-time
             * @example null
             */
            until: string | null;
        };
        Delivery: {
            /**
             * @description As it came, without secrets.
             * @example {"name":"Ann"}
             */
            body: string | null;
            /**
             * @example text
             * @enum {string}
             */
            body_encoding: "text" | "base64";
            /** @example false */
            body_truncated: boolean;
            /**
             * @description Why it was ignored, or failed.
             * @example null
             */
            code: string | null;
            /** @example application/json */
            content_type: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            received_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            record_id: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            source_id: string;
            status: components["schemas"]["DeliveryStatus"];
        };
        DeliveryPage: {
            data: components["schemas"]["Delivery"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @example received
         * @enum {string}
         */
        DeliveryStatus: "received" | "created" | "updated" | "duplicate" | "ignored" | "failed";
        Job: {
            /**
             * @description The `type` of the action, or `undo`.
             * @example assign
             */
            action: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description Who made it, and as whom it acts. */
            created_by: components["schemas"]["Person"];
            /**
             * @description How many of them something came of.
             * @example 1
             */
            done: number;
            /** @example true */
            dry_run: boolean;
            /**
             * Format: date-time
             * @example null
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            kind: components["schemas"]["Kind"];
            /**
             * @example summary
             * @enum {string}
             */
            notify: "summary" | "none";
            outcomes: {
                /** @example 1 */
                changed: number;
                /** @example 1 */
                conflict: number;
                /** @example 1 */
                failed: number;
                /** @example 1 */
                forbidden: number;
                /** @example 1 */
                not_found: number;
                /** @example 1 */
                unchanged: number;
            };
            /**
             * @description `failed`: it could not go on; what it did stays.
             * @example running
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "canceled" | "failed";
            /**
             * @description How many records it is about.
             * @example 1
             */
            total: number;
            /**
             * Format: uuid
             * @description The job that it undoes.
             * @example null
             */
            undoes: string | null;
            /**
             * Format: uuid
             * @description The job that undoes it.
             * @example null
             */
            undone_by: string | null;
        };
        JobPage: {
            data: components["schemas"]["Job"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        JobResult: {
            /** @description The code that the same action on one record would have been refused with. `owner_changed`: what is to be undone is somebody else's by now. */
            code?: string;
            errors?: {
                /** @example too_many */
                code: string;
                /** @example a record has at most 50 tags */
                detail: string;
                /** @example tags */
                field: string;
            }[];
            /**
             * @description `changed`, or would be. `unchanged`: it was so already. The others tell why not, with a `code`.
             * @example changed
             * @enum {string}
             */
            outcome: "changed" | "unchanged" | "forbidden" | "not_found" | "conflict" | "failed";
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            record_id: string;
        };
        JobResultPage: {
            data: components["schemas"]["JobResult"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @example lead
         * @enum {string}
         */
        Kind: "lead" | "contact" | "deal";
        /**
         * @description `viewer` reads; `collaborator` also updates, writes notes, tasks and communications; `co_owner`, where the settings allow it, does everything but assign.
         * @example collaborator
         * @enum {string}
         */
        Level: "viewer" | "collaborator" | "co_owner";
        /**
         * @description The most entries of a page.
         * @default 50
         * @example 50
         */
        Limit: number;
        Me: {
            capabilities: components["schemas"]["Capability"][];
            organization: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                /**
                 * Format: plain-text
                 * @example Acme
                 */
                name: string;
            };
            /**
             * @description The name of a role, unique in the organisation: `owner`, `admin`, `agent`, or one of the organisation's own.
             * @example agent
             */
            role: string;
            teams: components["schemas"]["TeamBrief"][];
            user: components["schemas"]["User"];
        };
        /** @description A member of a team. */
        Member: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            added_at: string;
            added_by: components["schemas"]["Person"] | null;
            user: components["schemas"]["Person"];
        };
        MemberPage: {
            data: components["schemas"]["Member"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        NewApiKey: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working.
             * @example null
             */
            expires_at: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @description To the hour.
             * @example 2026-05-01T09:30:00.000Z
             */
            last_used_at?: string | null;
            /**
             * Format: plain-text
             * @example Nightly import
             */
            name: string;
            secret: components["schemas"]["Secret"];
            /**
             * Format: uuid
             * @description Whom it acts as.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            user_id: string;
        };
        /** @description A name, an e-mail address or a phone number is needed. */
        NewRecord: {
            /**
             * @description In minor units of `currency`.
             * @example 1250000
             */
            amount?: number | null;
            /**
             * Format: plain-text
             * @example Müller
             */
            company?: string | null;
            /**
             * Format: plain-text
             * @description ISO 4217.
             * @example EUR
             */
            currency?: string | null;
            /** @example info@mueller.example */
            email?: ((string | unknown | unknown) | null) | unknown | unknown;
            /** @description Custom fields, at most 16 KB of JSON. A change merges into them; null clears one. */
            fields?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: plain-text
             * @example Müller GmbH
             */
            name?: string | null;
            /**
             * Format: uuid
             * @description Left out: the caller. Null: the pool, which takes `assign_any`. Somebody else takes `assign_any`, or their book shared with `create`.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            owner_id?: string | null;
            /**
             * Format: plain-text
             * @example +49 30 1234567
             */
            phone?: string | null;
            /**
             * Format: plain-text
             * @example Trade fair
             */
            source?: string | null;
            /**
             * Format: plain-text
             * @description One of those that the settings name for the kind; the first of them when it is not said.
             */
            status?: string | null;
            tags?: string[] | null;
            /**
             * Format: plain-text
             * @example Head of Purchasing
             */
            title?: string | null;
            /**
             * Format: plain-text
             * @example https://mueller.example
             */
            website?: string | null;
        };
        NewSource: {
            /** @description Where a browser may be redirected to. */
            allowed_origins: string[];
            /**
             * Format: uri
             * @description Where the vendor delivers. Shown this once.
             * @example https://leads.example.com/v1/capture/2f7c…
             */
            capture_url: string;
            /** @description Who works on what comes, too. */
            collaborators: string[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description What a new lead starts with. */
            defaults: {
                kind: components["schemas"]["Kind"] | null;
                /** @example null */
                source: string | null;
                /** @example null */
                status: string | null;
                tags: string[];
            };
            /** @description Question id, reference, key or label → lead field, or `fields.<key>`. */
            field_map: {
                [key: string]: string;
            };
            /** @example false */
            has_secret: boolean;
            /** @example false */
            has_turnstile_secret: boolean;
            /** @example false */
            has_verify_token: boolean;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example Website */
            name: string;
            /**
             * @description What happens when there is an open lead with the same e-mail address or phone number.
             * @example update
             * @enum {string}
             */
            on_duplicate: "update" | "create";
            /** @description Who owns what comes: a person, the active members of a team by turns, or nobody. */
            owner: "none" | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                user_id: string;
            } | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                round_robin_team_id: string;
            };
            /**
             * @description Whose format and signature it is.
             * @example form
             * @enum {string}
             */
            provider: "form" | "standard_webhooks" | "typeform" | "tally" | "google_ads" | "meta_lead_ads" | "hubspot" | "webflow" | "calendly" | "jotform" | "gravity_forms" | "elementor" | "contact_form_7";
            /** @description Where answers are asked for that the vendor keeps. */
            readback: {
                /** @example https://graph.facebook.com/v23.0 */
                base_url: string | null;
                /** @example true */
                has_access_token: boolean;
            } | null;
            /** @description What deliveries are to be signed with, when Leadroom made it. Shown this once. */
            secret?: components["schemas"]["Secret"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        NewWebhook: {
            /** @description Who made it, or changed it last: it hears of what they may see at the moment of sending, and of nothing once they are inactive or may no longer have webhooks. */
            acts_as: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description `gone` when the receiver answered `410`; null when somebody did it.
             * @example null
             */
            disabled_reason: string | null;
            /**
             * @description Whether it sends. While it does not, nothing is kept for it.
             * @example true
             */
            enabled: boolean;
            events: components["schemas"]["WebhookEvent"][];
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the secret before signs, too.
             * @example null
             */
            previous_secret_valid_until: string | null;
            /** @description What signs the deliveries (Standard Webhooks). Shown this once. */
            secret: components["schemas"]["Secret"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            /** @example https://hooks.example.com/leadroom */
            url: string;
            version: components["schemas"]["VersionNumber"];
        };
        Note: {
            author: components["schemas"]["Person"];
            /** @example They want **two** offers. */
            body: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            mentions: string[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        NotePage: {
            data: components["schemas"]["Note"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Notification: {
            actor: components["schemas"]["Actor"];
            /**
             * @description About how many records: more than one only in a summary of one action on many.
             * @example 1
             */
            count: number;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. Null where it is about many, and for whoever may not see it any more. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            } | null;
            /**
             * Format: date-time
             * @example null
             */
            read_at: string | null;
            /**
             * @description Plain text. It quotes nothing of a record that one may not see any more.
             * @example Ann Able assigned Müller GmbH to you
             */
            summary: string;
            /**
             * @example assigned
             * @enum {string}
             */
            type: "assigned" | "task_assigned" | "mentioned" | "unassigned" | "request_decided" | "collaborator_added" | "collaborator_removed" | "shared" | "share_ended" | "request_received" | "task_due" | "lead_captured" | "note_added" | "communication_added" | "status_changed" | "lead_updated" | "bulk_summary" | "job_finished";
        };
        NotificationPreference: {
            /**
             * @example instant
             * @enum {string}
             */
            email: "off" | "instant" | "digest";
            /** @example true */
            in_app: boolean;
        };
        NotificationPreferences: {
            assigned: components["schemas"]["NotificationPreference"];
            bulk_summary: components["schemas"]["NotificationPreference"];
            collaborator_added: components["schemas"]["NotificationPreference"];
            collaborator_removed: components["schemas"]["NotificationPreference"];
            communication_added: components["schemas"]["NotificationPreference"];
            job_finished: components["schemas"]["NotificationPreference"];
            lead_captured: components["schemas"]["NotificationPreference"];
            lead_updated: components["schemas"]["NotificationPreference"];
            mentioned: components["schemas"]["NotificationPreference"];
            note_added: components["schemas"]["NotificationPreference"];
            request_decided: components["schemas"]["NotificationPreference"];
            request_received: components["schemas"]["NotificationPreference"];
            share_ended: components["schemas"]["NotificationPreference"];
            shared: components["schemas"]["NotificationPreference"];
            status_changed: components["schemas"]["NotificationPreference"];
            task_assigned: components["schemas"]["NotificationPreference"];
            task_due: components["schemas"]["NotificationPreference"];
            unassigned: components["schemas"]["NotificationPreference"];
        };
        Notifications: {
            data: components["schemas"]["Notification"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
            /**
             * @description How many are unread, counted up to 10,000.
             * @example 1
             */
            unread: number;
        };
        Organization: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: plain-text
             * @example Acme
             */
            name: string;
            settings: components["schemas"]["Settings"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        /**
         * @description What may be done with one record.
         * @example read
         * @enum {string}
         */
        Permission: "read" | "update" | "delete" | "share" | "assign" | "note" | "task" | "communicate";
        /** @description Somebody, inside another object. */
        Person: {
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example Ann Able */
            name: string;
        };
        /** @description A refusal or a failure (RFC 9457). */
        Problem: {
            /** @description With `method_not_allowed`: the methods that are allowed. */
            allow?: string;
            /**
             * @description Stable, for programs.
             * @example validation_failed
             * @enum {string}
             */
            code: "malformed_json" | "invalid_cursor" | "invalid_parameter" | "invalid_header" | "unauthenticated" | "user_inactive" | "invalid_signature" | "invalid_code" | "stale_timestamp" | "forbidden" | "cross_origin" | "own_grant" | "own_request" | "not_found" | "method_not_allowed" | "already_owned" | "already_owner" | "already_collaborator" | "cooling_down" | "request_resolved" | "possible_duplicate" | "record_deleted" | "not_deleted" | "last_owner" | "choose_organization" | "identity_provider_taken" | "email_taken" | "name_taken" | "team_in_use" | "role_in_use" | "already_converted" | "not_failed" | "owner_changed" | "job_finished" | "job_not_finished" | "not_undoable" | "already_undone" | "limit_reached" | "built_in_role" | "idempotency_key_in_use" | "edit_conflict" | "content_too_large" | "unsupported_media_type" | "upgrade_required" | "validation_failed" | "assignee_inactive" | "assignee_without_access" | "recipient_inactive" | "recipient_without_lead_access" | "recipient_cannot_see" | "idempotency_key_reused" | "too_many_requests" | "internal_error" | "unavailable";
            /** @description With `edit_conflict`: the fields that both changed. */
            conflicts?: string[];
            /**
             * Format: uuid
             * @description With `already_converted`: the contact that the lead became.
             */
            contact_id?: string;
            /** @description With `edit_conflict`: the object as it is now. */
            current?: unknown;
            /**
             * Format: uuid
             * @description With `already_converted`: the deal that the lead became.
             */
            deal_id?: string | null;
            /** @description With `request_resolved`: what was decided. */
            decision?: components["schemas"]["Decision"] | null;
            /**
             * Format: uuid
             * @description For a delivery that was kept, but cannot be read.
             */
            delivery_id?: string;
            /**
             * @description What happened here, in words.
             * @example `owner.email`: is required
             */
            detail: string;
            /** @description With `validation_failed`: each wrong field. */
            errors?: {
                /** @example required */
                code: string;
                /** @example is required */
                detail: string;
                /**
                 * @description Dots into objects, numbers into lists; empty for the body itself.
                 * @example owner.email
                 */
                field: string;
            }[];
            /** @description With `invalid_header`: which. */
            header?: string;
            /** @description With `forbidden`: the permission or capability that is missing. */
            missing?: string;
            /** @description With `choose_organization`: those to choose from. */
            organizations?: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                /** @example Acme */
                name: string;
            }[];
            /** @description With `already_owned`: who does, where the caller may see it. */
            owner?: components["schemas"]["Person"];
            /** @description With `invalid_parameter`: which. */
            parameter?: string;
            /** @description With `team_in_use`: how many would lose access. */
            people?: number;
            /** @description With `too_many_requests`: the same as `RateLimit-Policy`. */
            policy?: string;
            /** @description With `team_in_use`: to how many records. */
            records?: number;
            /** @description With `forbidden`: the way out. */
            remedy?: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            request_id: string;
            /** @description With `request_resolved`: where the request stands. */
            request_status?: components["schemas"]["RequestStatus"];
            /** @description With `too_many_requests`: how long to wait, in seconds. */
            retry_after?: number;
            /**
             * Format: date-time
             * @description With `cooling_down`: when one may ask again.
             */
            retry_at?: string;
            /** @example 422 */
            status: number;
            /**
             * @description The same for every occurrence of the code.
             * @example The content is not valid
             */
            title: string;
            /**
             * @description An address that says more about the code.
             * @example /docs/problems#validation_failed
             */
            type: string;
            /** @description With `edit_conflict`: the version of the object as it is now. */
            version?: components["schemas"]["VersionNumber"];
        };
        /** @description Whom a share reaches. */
        Recipient: {
            /**
             * Format: uuid
             * @description Of the person or team.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id?: string;
            /** @example Bob Best */
            name: string | null;
            /**
             * @example user
             * @enum {string}
             */
            type: "user" | "team" | "everyone";
        };
        /** @description A lead, contact or deal. */
        Record: {
            /**
             * @description In minor units of `currency`.
             * @example 1250000
             */
            amount: number | null;
            /** @example 1 */
            collaborator_count: number;
            /** @description The first five. */
            collaborators: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                level: components["schemas"]["Level"];
                /** @example Bob Best */
                name: string;
            }[];
            /** @example Müller */
            company: string | null;
            /**
             * Format: uuid
             * @description The contact that a converted lead became.
             * @example null
             */
            contact_id: string | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string | null;
            /**
             * Format: uuid
             * @description The deal that a converted lead became.
             * @example null
             */
            deal_id: string | null;
            /**
             * Format: date-time
             * @description When it went to the trash, where it stays for 30 days.
             * @example null
             */
            deleted_at: string | null;
            /** @example info@mueller.example */
            email: string | null;
            /** @description Custom fields. */
            fields: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            kind: components["schemas"]["Kind"];
            /**
             * Format: date-time
             * @description When somebody last did something about it.
             * @example 2026-05-01T09:30:00.000Z
             */
            last_activity_at: string;
            /** @example Müller GmbH */
            name: string | null;
            /** @description Null: nobody, it is in the pool. */
            owner: components["schemas"]["Person"] | null;
            /** @description What the caller may do with it. */
            permissions: components["schemas"]["Permission"][];
            /** @example +49 30 1234567 */
            phone: string | null;
            /** @example Trade fair */
            source: string | null;
            /** @example new */
            status: string;
            tags: string[];
            /** @example Head of Purchasing */
            title: string | null;
            /**
             * Format: date-time
             * @description When it last changed in any way that it shows.
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
            /** @example https://mueller.example */
            website: string | null;
        };
        /** @description A merge patch (RFC 7396): what is left out stays, what is null goes. */
        RecordChange: {
            /**
             * @description In minor units of `currency`.
             * @example 1250000
             */
            amount?: number | null;
            /**
             * Format: plain-text
             * @example Müller
             */
            company?: string | null;
            /**
             * Format: plain-text
             * @description ISO 4217.
             * @example EUR
             */
            currency?: string | null;
            /** @example info@mueller.example */
            email?: ((string | unknown | unknown) | null) | unknown | unknown;
            /** @description Custom fields, at most 16 KB of JSON. A change merges into them; null clears one. */
            fields?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: plain-text
             * @example Müller GmbH
             */
            name?: string | null;
            /**
             * Format: plain-text
             * @example +49 30 1234567
             */
            phone?: string | null;
            /**
             * Format: plain-text
             * @example Trade fair
             */
            source?: string | null;
            /**
             * Format: plain-text
             * @description One of those that the settings name for the kind.
             */
            status?: string;
            tags?: string[] | null;
            /**
             * Format: plain-text
             * @example Head of Purchasing
             */
            title?: string | null;
            /**
             * Format: plain-text
             * @example https://mueller.example
             */
            website?: string | null;
        };
        RecordPage: {
            data: components["schemas"]["Record"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @description All but `pending` are final.
         * @example pending
         * @enum {string}
         */
        RequestStatus: "pending" | "approved" | "denied" | "canceled" | "expired" | "superseded";
        Role: {
            /** @example false */
            built_in: boolean;
            capabilities: components["schemas"]["Capability"][];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: plain-text
             * @example Partner
             */
            name: string;
            /** @description The most that any grant gives whoever has the role. */
            record_permissions: components["schemas"]["Permission"][];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        RolePage: {
            data: components["schemas"]["Role"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        RotatedSource: {
            /** @description Where a browser may be redirected to. */
            allowed_origins: string[];
            /**
             * Format: uri
             * @description Where the vendor delivers. Shown this once.
             * @example https://leads.example.com/v1/capture/2f7c…
             */
            capture_url: string;
            /** @description Who works on what comes, too. */
            collaborators: string[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description What a new lead starts with. */
            defaults: {
                kind: components["schemas"]["Kind"] | null;
                /** @example null */
                source: string | null;
                /** @example null */
                status: string | null;
                tags: string[];
            };
            /** @description Question id, reference, key or label → lead field, or `fields.<key>`. */
            field_map: {
                [key: string]: string;
            };
            /** @example false */
            has_secret: boolean;
            /** @example false */
            has_turnstile_secret: boolean;
            /** @example false */
            has_verify_token: boolean;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example Website */
            name: string;
            /**
             * @description What happens when there is an open lead with the same e-mail address or phone number.
             * @example update
             * @enum {string}
             */
            on_duplicate: "update" | "create";
            /** @description Who owns what comes: a person, the active members of a team by turns, or nobody. */
            owner: "none" | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                user_id: string;
            } | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                round_robin_team_id: string;
            };
            /**
             * Format: date-time
             * @description Until when the address before works.
             * @example 2026-05-01T09:30:00.000Z
             */
            previous_key_valid_until: string;
            /**
             * @description Whose format and signature it is.
             * @example form
             * @enum {string}
             */
            provider: "form" | "standard_webhooks" | "typeform" | "tally" | "google_ads" | "meta_lead_ads" | "hubspot" | "webflow" | "calendly" | "jotform" | "gravity_forms" | "elementor" | "contact_form_7";
            /** @description Where answers are asked for that the vendor keeps. */
            readback: {
                /** @example https://graph.facebook.com/v23.0 */
                base_url: string | null;
                /** @example true */
                has_access_token: boolean;
            } | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        Rule: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @example true */
            enabled: boolean;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example Web leads go round */
            name: string;
            /**
             * @description `created`: a record came to be, in whatever way. `captured`: a form was submitted, by somebody new or again. `status_changed`: a record's status changed.
             * @example captured
             * @enum {string}
             */
            on: "created" | "captured" | "status_changed";
            /**
             * @description Its place in the order in which rules run: each finds what the one before has left.
             * @example 1
             */
            position: number;
            /** @description What it names and cannot use now. Such an action is skipped; the others are done. */
            problems: {
                /**
                 * @example not_found
                 * @enum {string}
                 */
                code: "not_found" | "recipient_inactive" | "recipient_without_lead_access" | "nobody_active";
                /** @example then.0.user_id */
                field: string;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
            }[];
            then: ({
                /**
                 * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                 * @example false
                 */
                reassign?: boolean;
                /** @constant */
                type: "assign";
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                user_id: string;
            } | {
                /**
                 * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                 * @example false
                 */
                reassign?: boolean;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                round_robin_team_id: string;
                /** @constant */
                type: "assign";
            } | {
                level?: components["schemas"]["Level"];
                /** @constant */
                type: "add_collaborators";
                user_ids: string[];
            } | {
                /**
                 * Format: date-time
                 * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                 * @example 2027-01-01T00:00:00.000Z
                 */
                expires_at?: string;
                permissions: components["schemas"]["Permission"][];
                /**
                 * Format: plain-text
                 * @description Why. Whoever looks at the access reads it.
                 * @example They are my customer, too
                 */
                reason?: string;
                /** @constant */
                type: "share";
                with: {
                    /**
                     * Format: uuid
                     * @description Of the person or team.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    id?: string | null;
                    /**
                     * @example team
                     * @enum {string}
                     */
                    type: "user" | "team" | "everyone";
                };
            } | {
                tags: string[];
                /** @constant */
                type: "add_tags";
            })[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
            /** @description All that are said must hold. */
            when: {
                kind?: components["schemas"]["Kind"];
                /**
                 * Format: plain-text
                 * @example Website
                 */
                source?: string;
                /**
                 * Format: uuid
                 * @description The capture source that it came by, or came by again.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                source_id?: string;
                /**
                 * Format: plain-text
                 * @description The status that the occasion brought.
                 * @example new
                 */
                status?: string;
                /**
                 * Format: plain-text
                 * @example web
                 */
                tag?: string;
            };
        };
        RulePage: {
            data: components["schemas"]["Rule"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @description Shown once; Leadroom keeps a hash.
         * @example lr_8sX2…
         */
        Secret: string;
        Settings: {
            /** @description Origins of browser applications that may call the API. */
            allowed_origins: string[];
            /**
             * @description Whether adding a collaborator lets them see the record, or they must see it already.
             * @example grants_access
             * @enum {string}
             */
            collaborator_policy: "grants_access" | "must_see";
            /** @description The identity provider whose tokens the organisation's people may call with. No two organisations have the same issuer and audience. */
            jwt: {
                /**
                 * Format: plain-text
                 * @description The `aud` of those that are for Leadroom.
                 * @example leadroom
                 */
                audience: string;
                /**
                 * Format: plain-text
                 * @description The `iss` of its tokens.
                 * @example https://login.example.com/
                 */
                issuer: string;
                /**
                 * Format: plain-text
                 * @description Where its keys are: an https address of a public name. They are kept for ten minutes.
                 * @example https://login.example.com/.well-known/jwks.json
                 */
                jwks_url: string;
            } | null;
            /**
             * @description Whether there may be co-owners.
             * @example false
             */
            multiple_assignment: boolean;
            /**
             * @description Who sees the records that nobody owns: holders of `view_pool`, or also holders of `claim`.
             * @example admins
             * @enum {string}
             */
            pool: "admins" | "agents";
            /**
             * @description How long after a denial one may not ask again, in hours.
             * @example 24
             */
            request_cooldown_hours: number;
            /**
             * @description How long a request to collaborate waits for a decision, in days.
             * @example 14
             */
            request_ttl_days: number;
            /**
             * @description Whether one may learn that a record exists that one cannot see.
             * @example true
             */
            reveal_existence: boolean;
            /** @description The statuses of each kind; the first is a new record's. */
            statuses: {
                [key: string]: string[];
            };
            transfer: {
                /**
                 * @description Whether collaborators stay after a hand-over.
                 * @example true
                 */
                keep_collaborators: boolean;
                /**
                 * @description What the previous owner keeps after a hand-over.
                 * @example view
                 * @enum {string}
                 */
                keep_previous_owner: "none" | "view" | "edit";
            };
        };
        /** @description What is left out stays; what is null goes back to what it is without being set. */
        SettingsChange: {
            /** @description Origins of browser applications that may call the API. */
            allowed_origins?: string[] | null;
            /**
             * @description Whether adding a collaborator lets them see the record, or they must see it already.
             * @example grants_access
             * @enum {string|null}
             */
            collaborator_policy?: "grants_access" | "must_see" | null;
            /** @description The identity provider whose tokens the organisation's people may call with. No two organisations have the same issuer and audience. */
            jwt?: {
                /**
                 * Format: plain-text
                 * @description The `aud` of those that are for Leadroom.
                 * @example leadroom
                 */
                audience?: string;
                /**
                 * Format: plain-text
                 * @description The `iss` of its tokens.
                 * @example https://login.example.com/
                 */
                issuer?: string;
                /**
                 * Format: plain-text
                 * @description Where its keys are: an https address of a public name. They are kept for ten minutes.
                 * @example https://login.example.com/.well-known/jwks.json
                 */
                jwks_url?: string;
            } | null;
            /**
             * @description Whether there may be co-owners.
             * @example false
             */
            multiple_assignment?: boolean | null;
            /**
             * @description Who sees the records that nobody owns: holders of `view_pool`, or also holders of `claim`.
             * @example admins
             * @enum {string|null}
             */
            pool?: "admins" | "agents" | null;
            /**
             * @description How long after a denial one may not ask again, in hours.
             * @example 24
             */
            request_cooldown_hours?: number | null;
            /**
             * @description How long a request to collaborate waits for a decision, in days.
             * @example 14
             */
            request_ttl_days?: number | null;
            /**
             * @description Whether one may learn that a record exists that one cannot see.
             * @example true
             */
            reveal_existence?: boolean | null;
            /** @description The statuses of each kind; the first is a new record's. */
            statuses?: {
                contact?: string[] | null;
                deal?: string[] | null;
                lead?: string[] | null;
            } | null;
            transfer?: {
                /**
                 * @description Whether collaborators stay after a hand-over.
                 * @example true
                 */
                keep_collaborators?: boolean | null;
                /**
                 * @description What the previous owner keeps after a hand-over.
                 * @example view
                 * @enum {string|null}
                 */
                keep_previous_owner?: "none" | "view" | "edit" | null;
            } | null;
        };
        Share: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description What of it reaches the recipient: a role's ceiling cuts, and nothing reaches the inactive. */
            effective: components["schemas"]["Permission"][];
            /**
             * Format: date-time
             * @example null
             */
            expires_at: string | null;
            granted_by: components["schemas"]["Person"] | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            permissions: components["schemas"]["Permission"][];
            /** @example null */
            reason: string | null;
            with: components["schemas"]["Recipient"];
        };
        SharePage: {
            data: components["schemas"]["Share"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Source: {
            /** @description Where a browser may be redirected to. */
            allowed_origins: string[];
            /** @description Who works on what comes, too. */
            collaborators: string[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @description What a new lead starts with. */
            defaults: {
                kind: components["schemas"]["Kind"] | null;
                /** @example null */
                source: string | null;
                /** @example null */
                status: string | null;
                tags: string[];
            };
            /** @description Question id, reference, key or label → lead field, or `fields.<key>`. */
            field_map: {
                [key: string]: string;
            };
            /** @example false */
            has_secret: boolean;
            /** @example false */
            has_turnstile_secret: boolean;
            /** @example false */
            has_verify_token: boolean;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example Website */
            name: string;
            /**
             * @description What happens when there is an open lead with the same e-mail address or phone number.
             * @example update
             * @enum {string}
             */
            on_duplicate: "update" | "create";
            /** @description Who owns what comes: a person, the active members of a team by turns, or nobody. */
            owner: "none" | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                user_id: string;
            } | {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                round_robin_team_id: string;
            };
            /**
             * @description Whose format and signature it is.
             * @example form
             * @enum {string}
             */
            provider: "form" | "standard_webhooks" | "typeform" | "tally" | "google_ads" | "meta_lead_ads" | "hubspot" | "webflow" | "calendly" | "jotform" | "gravity_forms" | "elementor" | "contact_form_7";
            /** @description Where answers are asked for that the vendor keeps. */
            readback: {
                /** @example https://graph.facebook.com/v23.0 */
                base_url: string | null;
                /** @example true */
                has_access_token: boolean;
            } | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        SourcePage: {
            data: components["schemas"]["Source"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        Task: {
            assignee: components["schemas"]["Person"] | null;
            author: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example null
             */
            done_at: string | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            due_at: string | null;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            status: components["schemas"]["TaskStatus"];
            /** @example Send the offer */
            title: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        TaskPage: {
            data: components["schemas"]["Task"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @example open
         * @enum {string}
         */
        TaskStatus: "open" | "done";
        Team: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example 3 */
            member_count: number;
            /**
             * Format: plain-text
             * @example North
             */
            name: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        /** @description A team, inside another object. */
        TeamBrief: {
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @example North */
            name: string;
        };
        TeamPage: {
            data: components["schemas"]["Team"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        TestedBody: {
            /** @description What that lead has no room for: it would stand on the timeline. */
            answers?: {
                [key: string]: unknown;
            };
            /**
             * @description Why it would be ignored, or fail.
             * @example no_contact_details
             */
            code?: string;
            /** @description The fields of the lead it would become. */
            lead?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Whose open lead it would land on.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            record_id?: string | null;
            /**
             * @example created
             * @enum {string}
             */
            status: "created" | "updated" | "ignored" | "queued" | "failed";
            /** @description Each of them, when there are several. */
            submissions?: components["schemas"]["TestedSubmission"][];
        };
        TestedSubmission: {
            /** @description What that lead has no room for: it would stand on the timeline. */
            answers?: {
                [key: string]: unknown;
            };
            /**
             * @description Why it would be ignored, or fail.
             * @example no_contact_details
             */
            code?: string;
            /** @description The fields of the lead it would become. */
            lead?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Whose open lead it would land on.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            record_id?: string | null;
            /**
             * @example created
             * @enum {string}
             */
            status: "created" | "updated" | "ignored" | "queued" | "failed";
        };
        TimelineEntry: {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @description By field; a custom field is `fields.<key>`. */
                changes: {
                    [key: string]: {
                        from: unknown;
                        to: unknown;
                    };
                };
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "updated";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @description By field; a custom field is `fields.<key>`. */
                changes: {
                    [key: string]: {
                        from: unknown;
                        to: unknown;
                    };
                };
                owner: components["schemas"]["Person"] | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "created";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                from: components["schemas"]["Person"] | null;
                moved_tasks?: string[];
                /** @example null */
                note: string | null;
                to: components["schemas"]["Person"] | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "assigned";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                from: null;
                to: components["schemas"]["Person"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "claimed";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                level: components["schemas"]["Level"];
                /**
                 * Format: date-time
                 * @example null
                 */
                until: string | null;
                user: components["schemas"]["Person"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "collaborator_added";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                from: components["schemas"]["Level"];
                to: components["schemas"]["Level"];
                /**
                 * Format: date-time
                 * @example null
                 */
                until: string | null;
                user: components["schemas"]["Person"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "collaborator_changed";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * @example removed
                 * @enum {string}
                 */
                cause: "removed" | "left" | "became_owner" | "handed_over";
                level: components["schemas"]["Level"];
                user: components["schemas"]["Person"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "collaborator_removed";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * Format: date-time
                 * @example null
                 */
                expires_at: string | null;
                permissions: components["schemas"]["Permission"][];
                /** @example null */
                reason: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                share_id: string;
                with: components["schemas"]["Recipient"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "shared";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * @description Where it was done to all at once that hung on a team or on a share of a book.
                 * @enum {string}
                 */
                cause?: "book_share_changed";
                /**
                 * Format: date-time
                 * @example null
                 */
                expires_at: string | null;
                from: {
                    /**
                     * Format: date-time
                     * @example null
                     */
                    expires_at: string | null;
                    permissions: components["schemas"]["Permission"][];
                };
                permissions: components["schemas"]["Permission"][];
                /** @example null */
                reason: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                share_id: string;
                with: components["schemas"]["Recipient"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "share_changed";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * @description Where it was done to all at once that hung on a team or on a share of a book.
                 * @enum {string}
                 */
                cause?: "team_deleted" | "book_share_changed" | "book_share_ended";
                /**
                 * Format: date-time
                 * @example null
                 */
                expires_at: string | null;
                permissions: components["schemas"]["Permission"][];
                /** @example null */
                reason: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                share_id: string;
                with: components["schemas"]["Recipient"];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "share_ended";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * Format: date-time
                 * @example 2026-05-01T09:30:00.000Z
                 */
                expires_at: string;
                level: components["schemas"]["Level"];
                /** @example null */
                reason: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                request_id: string;
                requester: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @example null
                 */
                until: string | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "request_created";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                level: components["schemas"]["Level"];
                /** @example null */
                note: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                request_id: string;
                requester: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @example null
                 */
                until: string | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /**
             * @example request_approved
             * @enum {string}
             */
            type: "request_approved" | "request_denied";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                level: components["schemas"]["Level"];
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                request_id: string;
                requester: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @example null
                 */
                until: string | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /**
             * @example request_canceled
             * @enum {string}
             */
            type: "request_canceled" | "request_expired" | "request_superseded";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @description By field; a custom field is `fields.<key>`. */
                changes: {
                    [key: string]: {
                        from: unknown;
                        to: unknown;
                    };
                };
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                contact_id: string;
                /**
                 * Format: uuid
                 * @example null
                 */
                deal_id: string | null;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "converted";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @description What the submission said that the record says otherwise, or has no room for. */
                answers: {
                    [key: string]: unknown;
                };
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                delivery_id: string;
                /** @example Website */
                source: string;
                /**
                 * @description The vendor told more of an earlier submission, as that a meeting is off.
                 * @constant
                 */
                submitted?: false;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "captured";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /**
                 * @description The entry that the rule waited for.
                 * @example 1
                 */
                event_seq: number;
                /**
                 * @example created
                 * @enum {string}
                 */
                on: "created" | "captured" | "status_changed";
                rule: {
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    id: string;
                    /** @example Web leads go round */
                    name: string;
                };
                /** @description What of it could not be done, and why. */
                skipped: {
                    /** @example already_owned */
                    code: string;
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    id?: string;
                    /** @example assign */
                    type: string;
                }[];
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "rule_applied";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: Record<string, never>;
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /**
             * @example deleted
             * @enum {string}
             */
            type: "deleted" | "restored";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                mentions: string[];
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                note_id: string;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "note_added";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                mentions?: string[];
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                note_id: string;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /**
             * @example note_changed
             * @enum {string}
             */
            type: "note_changed" | "note_deleted";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                assignee: components["schemas"]["Person"] | null;
                /**
                 * Format: date-time
                 * @example 2026-05-01T09:30:00.000Z
                 */
                due_at: string | null;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                task_id: string;
                /** @example Text */
                title: string;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "task_added";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @description By field; a custom field is `fields.<key>`. */
                changes: {
                    [key: string]: {
                        from: unknown;
                        to: unknown;
                    };
                };
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                task_id: string;
                /** @example Text */
                title: string;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /**
             * @example task_changed
             * @enum {string}
             */
            type: "task_changed" | "task_done";
        } | {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            at: string;
            data: {
                /** @example Text */
                channel: string;
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                communication_id: string;
                /** @example Text */
                direction: string;
                /** @example Text */
                summary: string;
            };
            /**
             * @description Its number: 1, 2, 3, … without gaps.
             * @example 1
             */
            seq: number;
            /** @constant */
            type: "communication_added";
        };
        TimelineEntryPage: {
            data: components["schemas"]["TimelineEntry"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        User: {
            /**
             * @description An inactive person is refused everywhere, at once.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: plain-text
             * @example Ann Able
             */
            name: string;
            /**
             * @description The name of a role, unique in the organisation: `owner`, `admin`, `agent`, or one of the organisation's own.
             * @example agent
             */
            role: string;
            teams: components["schemas"]["TeamBrief"][];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
        UserPage: {
            data: components["schemas"]["User"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @description A version as its `ETag` gave it.
         * @example "7"
         */
        Version: string;
        /**
         * @description Counts changes. The `ETag` is the same in quotes.
         * @example 7
         */
        VersionNumber: number;
        Webhook: {
            /** @description Who made it, or changed it last: it hears of what they may see at the moment of sending, and of nothing once they are inactive or may no longer have webhooks. */
            acts_as: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description `gone` when the receiver answered `410`; null when somebody did it.
             * @example null
             */
            disabled_reason: string | null;
            /**
             * @description Whether it sends. While it does not, nothing is kept for it.
             * @example true
             */
            enabled: boolean;
            events: components["schemas"]["WebhookEvent"][];
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the secret before signs, too.
             * @example null
             */
            previous_secret_valid_until: string | null;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            /** @example https://hooks.example.com/leadroom */
            url: string;
            version: components["schemas"]["VersionNumber"];
        };
        WebhookDelivery: {
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            attempted_at: string | null;
            /**
             * @description How often it was tried.
             * @example 1
             */
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /** @example 120 */
            duration_ms: number | null;
            /**
             * @description What went wrong the last time. `not_entitled`: whoever the webhook acts as is inactive or may have none. `not_visible`: they do not see the record.
             * @example null
             * @enum {string|null}
             */
            error: "no_answer" | "refused" | "redirect" | "gone" | "name_not_resolved" | "private_address" | "webhook_disabled" | "not_entitled" | "not_visible" | null;
            event: components["schemas"]["WebhookEvent"];
            /**
             * Format: uuid
             * @description What the receiver gets as `webhook-id`, with every attempt.
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /**
             * Format: date-time
             * @example null
             */
            next_attempt_at: string | null;
            /** @description Thin on purpose: whoever wants to know more asks for the record. Null for whoever may not see the record, or the job. */
            payload: {
                data: {
                    /** @description The fields that changed, custom ones as `fields.<key>`. */
                    changed: string[];
                    kind: components["schemas"]["Kind"];
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    record_id: string;
                    /**
                     * @description The number of the entry in the record's timeline.
                     * @example 7
                     */
                    seq: number;
                } | {
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    job_id: string;
                    kind: components["schemas"]["Kind"];
                    /** @example done */
                    status: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-05-01T09:30:00.000Z
                 */
                timestamp: string;
                type: components["schemas"]["WebhookEvent"];
            } | null;
            /**
             * @description What the receiver answered the last time.
             * @example 204
             */
            response_status: number | null;
            status: components["schemas"]["WebhookDeliveryStatus"];
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            webhook_id: string;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        /**
         * @description `dropped`: whoever the webhook acts as may not hear of it.
         * @example delivered
         * @enum {string}
         */
        WebhookDeliveryStatus: "pending" | "delivered" | "failed" | "dropped";
        /**
         * @description `*` is all of them. A request to collaborate is decided however it ends.
         * @example lead.updated
         * @enum {string}
         */
        WebhookEvent: "*" | "lead.created" | "contact.created" | "deal.created" | "lead.updated" | "contact.updated" | "deal.updated" | "lead.assigned" | "contact.assigned" | "deal.assigned" | "lead.deleted" | "contact.deleted" | "deal.deleted" | "lead.restored" | "contact.restored" | "deal.restored" | "lead.converted" | "contact.converted" | "deal.converted" | "collaborator.added" | "collaborator.removed" | "share.created" | "share.changed" | "share.ended" | "collaboration_request.created" | "collaboration_request.decided" | "note.added" | "task.added" | "task.done" | "communication.added" | "job.finished";
        WebhookPage: {
            data: components["schemas"]["Webhook"][];
            /**
             * Format: plain-text
             * @description The cursor of the next page; null on the last one.
             * @example null
             */
            next_cursor: string | null;
        };
        WrittenNote: {
            author: components["schemas"]["Person"];
            /** @example They want **two** offers. */
            body: string;
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
             */
            id: string;
            /** @description The record, whatever its kind. */
            lead: {
                /**
                 * Format: uuid
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                id: string;
                kind: components["schemas"]["Kind"];
                /**
                 * @description Null for whoever may not see the record.
                 * @example Müller GmbH
                 */
                name: string | null;
            };
            mentions: string[];
            /** @description Who was mentioned and cannot see the record: they hear nothing. */
            unreachable_mentions?: string[];
            /**
             * Format: date-time
             * @example 2026-05-01T09:30:00.000Z
             */
            updated_at: string;
            version: components["schemas"]["VersionNumber"];
        };
    };
    responses: {
        /** @description `already_collaborator`: The access asked for is there already. `cooling_down`: A request was denied a short while ago. `record_deleted`: The record is in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "already_collaborator.cooling_down.record_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_collaborator" | "cooling_down" | "record_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `already_owned`: Somebody owns it already. `record_deleted`: The record is in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "already_owned.record_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_owned" | "record_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `already_owner`: The person owns it already. `idempotency_key_in_use`: The same request is being answered. */
        "already_owner.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_owner" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `already_owner`: The person owns it already. `record_deleted`: The record is in the trash. */
        "already_owner.record_deleted": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_owner" | "record_deleted";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `already_owner`: The person owns it already. `record_deleted`: The record is in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "already_owner.record_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_owner" | "record_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `choose_organization`: The address belongs to several organisations. `idempotency_key_in_use`: The same request is being answered. */
        "choose_organization.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "choose_organization" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `content_too_large`: The body is too large. */
        content_too_large: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "content_too_large";
                    /** @constant */
                    status?: 413;
                };
            };
        };
        /** @description `cross_origin`: Not from another origin. */
        cross_origin: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "cross_origin";
                    /** @constant */
                    status?: 403;
                };
            };
        };
        /** @description `edit_conflict`: Somebody else changed the same fields. */
        edit_conflict: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "edit_conflict";
                    /** @constant */
                    status?: 412;
                };
            };
        };
        /** @description `email_taken`: Somebody has this e-mail address already. `idempotency_key_in_use`: The same request is being answered. */
        "email_taken.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "email_taken" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `forbidden`: Not allowed. */
        forbidden: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden";
                    /** @constant */
                    status?: 403;
                };
            };
        };
        /** @description `forbidden`: Not allowed. `cross_origin`: Not from another origin. */
        "forbidden.cross_origin": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden" | "cross_origin";
                    /** @constant */
                    status?: 403;
                };
            };
        };
        /** @description `forbidden`: Not allowed. `cross_origin`: Not from another origin. `own_grant`: Nobody extends what was granted to themselves. */
        "forbidden.cross_origin.own_grant": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden" | "cross_origin" | "own_grant";
                    /** @constant */
                    status?: 403;
                };
            };
        };
        /** @description `forbidden`: Not allowed. `cross_origin`: Not from another origin. `own_request`: Nobody decides their own request. */
        "forbidden.cross_origin.own_request": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden" | "cross_origin" | "own_request";
                    /** @constant */
                    status?: 403;
                };
            };
        };
        /** @description `idempotency_key_in_use`: The same request is being answered. */
        idempotency_key_in_use: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `idempotency_key_reused`: The key was sent with another request. */
        idempotency_key_reused: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `identity_provider_taken`: Another organisation has this issuer and audience. */
        identity_provider_taken: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "identity_provider_taken";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `internal_error`: Something went wrong on our side. */
        internal_error: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "internal_error";
                    /** @constant */
                    status?: 500;
                };
            };
        };
        /** @description `invalid_cursor`: The cursor is not one of this list's. `invalid_parameter`: A query parameter cannot be read. */
        "invalid_cursor.invalid_parameter": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_cursor" | "invalid_parameter";
                    /** @constant */
                    status?: 400;
                };
            };
        };
        /** @description `invalid_parameter`: A query parameter cannot be read. */
        invalid_parameter: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_parameter";
                    /** @constant */
                    status?: 400;
                };
            };
        };
        /** @description `invalid_parameter`: A query parameter cannot be read. `invalid_header`: A request header cannot be read. */
        "invalid_parameter.invalid_header": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_parameter" | "invalid_header";
                    /** @constant */
                    status?: 400;
                };
            };
        };
        /** @description `invalid_signature`: The signature does not match. `stale_timestamp`: The signature is too old. */
        "invalid_signature.stale_timestamp": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_signature" | "stale_timestamp";
                    /** @constant */
                    status?: 401;
                };
            };
        };
        /** @description `job_finished`: The job is over already. `idempotency_key_in_use`: The same request is being answered. */
        "job_finished.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "job_finished" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `job_not_finished`: The job is not over yet. `not_undoable`: There is nothing in it that can be undone. `already_undone`: The job was undone already. `idempotency_key_in_use`: The same request is being answered. */
        "job_not_finished.not_undoable.already_undone.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "job_not_finished" | "not_undoable" | "already_undone" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `last_owner`: An organisation keeps at least one active owner. */
        last_owner: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "last_owner";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `limit_reached`: There are as many as there may be. `idempotency_key_in_use`: The same request is being answered. */
        "limit_reached.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "limit_reached" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `malformed_json`: The body is not readable JSON. `invalid_parameter`: A query parameter cannot be read. */
        "malformed_json.invalid_parameter": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "malformed_json" | "invalid_parameter";
                    /** @constant */
                    status?: 400;
                };
            };
        };
        /** @description `malformed_json`: The body is not readable JSON. `invalid_parameter`: A query parameter cannot be read. `invalid_header`: A request header cannot be read. */
        "malformed_json.invalid_parameter.invalid_header": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "malformed_json" | "invalid_parameter" | "invalid_header";
                    /** @constant */
                    status?: 400;
                };
            };
        };
        /** @description `name_taken`: The name is in use already. */
        name_taken: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name_taken";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `name_taken`: The name is in use already. `built_in_role`: Built-in roles stay as they are. */
        "name_taken.built_in_role": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name_taken" | "built_in_role";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `name_taken`: The name is in use already. `idempotency_key_in_use`: The same request is being answered. */
        "name_taken.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name_taken" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `not_deleted`: The record is not in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "not_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "not_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `not_failed`: Only what failed and is still kept can be replayed. `idempotency_key_in_use`: The same request is being answered. */
        "not_failed.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "not_failed" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `not_found`: Not found. */
        not_found: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "not_found";
                    /** @constant */
                    status?: 404;
                };
            };
        };
        /** @description `possible_duplicate`: There is a record like this one already. `idempotency_key_in_use`: The same request is being answered. */
        "possible_duplicate.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "possible_duplicate" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `record_deleted`: The record is in the trash. */
        record_deleted: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "record_deleted";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `record_deleted`: The record is in the trash. `already_converted`: The lead was converted already. `idempotency_key_in_use`: The same request is being answered. */
        "record_deleted.already_converted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "record_deleted" | "already_converted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `record_deleted`: The record is in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "record_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "record_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `request_resolved`: The request is decided already. `record_deleted`: The record is in the trash. `idempotency_key_in_use`: The same request is being answered. */
        "request_resolved.record_deleted.idempotency_key_in_use": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request_resolved" | "record_deleted" | "idempotency_key_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `role_in_use`: Somebody has the role. `built_in_role`: Built-in roles stay as they are. */
        "role_in_use.built_in_role": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "role_in_use" | "built_in_role";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `team_in_use`: Somebody would lose access with this team. */
        team_in_use: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "team_in_use";
                    /** @constant */
                    status?: 409;
                };
            };
        };
        /** @description `too_many_requests`: Too many requests. */
        too_many_requests: {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "too_many_requests";
                    /** @constant */
                    status?: 429;
                };
            };
        };
        /** @description `unauthenticated`: No valid credential. */
        unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unauthenticated";
                    /** @constant */
                    status?: 401;
                };
            };
        };
        /** @description `unauthenticated`: No valid credential. `user_inactive`: The person behind this credential is inactive. */
        "unauthenticated.user_inactive": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unauthenticated" | "user_inactive";
                    /** @constant */
                    status?: 401;
                };
            };
        };
        /** @description `unavailable`: Overloaded for the moment. */
        unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unavailable";
                    /** @constant */
                    status?: 503;
                };
            };
        };
        /** @description `unsupported_media_type`: The content type is not understood here. */
        unsupported_media_type: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unsupported_media_type";
                    /** @constant */
                    status?: 415;
                };
            };
        };
        /** @description `upgrade_required`: This is a WebSocket. */
        upgrade_required: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "upgrade_required";
                    /** @constant */
                    status?: 426;
                };
            };
        };
        /** @description `user_inactive`: The person behind this credential is inactive. `invalid_code`: The code does not sign in. */
        "user_inactive.invalid_code": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "user_inactive" | "invalid_code";
                    /** @constant */
                    status?: 401;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. */
        validation_failed: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `assignee_without_access`: The assignee cannot see the record. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `recipient_cannot_see`: The recipient cannot see the record. */
        "validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "assignee_without_access" | "recipient_inactive" | "recipient_without_lead_access" | "recipient_cannot_see";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `assignee_without_access`: The assignee cannot see the record. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `recipient_cannot_see`: The recipient cannot see the record. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "assignee_without_access" | "recipient_inactive" | "recipient_without_lead_access" | "recipient_cannot_see" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. */
        "validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "recipient_inactive" | "recipient_without_lead_access";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "recipient_inactive" | "recipient_without_lead_access" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. */
        "validation_failed.assignee_inactive.recipient_without_lead_access": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "recipient_without_lead_access";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `assignee_inactive`: The new owner is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "assignee_inactive" | "recipient_without_lead_access" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `recipient_inactive`: The recipient is inactive. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.recipient_inactive.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "recipient_inactive" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. */
        "validation_failed.recipient_inactive.recipient_without_lead_access": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "recipient_inactive" | "recipient_without_lead_access";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "recipient_inactive" | "recipient_without_lead_access" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `recipient_inactive`: The recipient is inactive. `recipient_without_lead_access`: The recipient's role cannot be given leads. `recipient_cannot_see`: The recipient cannot see the record. */
        "validation_failed.recipient_inactive.recipient_without_lead_access.recipient_cannot_see": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "recipient_inactive" | "recipient_without_lead_access" | "recipient_cannot_see";
                    /** @constant */
                    status?: 422;
                };
            };
        };
        /** @description `validation_failed`: The content is not valid. `recipient_without_lead_access`: The recipient's role cannot be given leads. `idempotency_key_reused`: The key was sent with another request. */
        "validation_failed.recipient_without_lead_access.idempotency_key_reused": {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed" | "recipient_without_lead_access" | "idempotency_key_reused";
                    /** @constant */
                    status?: 422;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The object's version in quotes, for `If-Match` and `If-None-Match`.
         * @example "7"
         */
        ETag: string;
        /**
         * @description `true` on the first answer to this request, given again.
         * @example true
         */
        "Idempotency-Replayed": "true";
        /**
         * @description The next page, when there is one: the same as `next_cursor`.
         * @example </v1/leads?cursor=WyJ1c2VycyIsMV0>; rel="next"
         */
        Link: string;
        /**
         * @description Where it is.
         * @example /v1/leads/0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
         */
        Location: string;
        /**
         * @description How many requests (`q`) pass in how many seconds (`w`).
         * @example "writes";q=6000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description How long to wait, in seconds.
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description The session's cookie.
         * @example __Host-leadroom=…; Path=/; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax
         */
        "Set-Cookie": string;
        /**
         * @description How to say who you are.
         * @example Bearer
         */
        "WWW-Authenticate": string;
        /**
         * @description How new the database was, where it was asked.
         * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
         */
        "x-d1-bookmark": string;
        /**
         * @description The trace id of the request; a problem document has it, too.
         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
         */
        "x-request-id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "expires_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "last_used_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Nightly import",
                     *       "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does not work any more. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    requestCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "organization_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example ann@example.com
                     */
                    email: string;
                    /**
                     * Format: uuid
                     * @description Needed where the address belongs to several organisations.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    organization_id?: string | null;
                };
            };
        };
        responses: {
            /** @description If there is such a person, they get mail. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_in": 600
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Seconds.
                         * @example 600
                         */
                        expires_in: number;
                    };
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456",
                 *       "email": "ann@example.com",
                 *       "organization_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example 123456
                     */
                    code: string;
                    /**
                     * Format: email
                     * @example ann@example.com
                     */
                    email: string;
                    /**
                     * Format: uuid
                     * @description Needed where the address belongs to several organisations.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    organization_id?: string | null;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "capabilities": [
                     *         "claim"
                     *       ],
                     *       "organization": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Acme"
                     *       },
                     *       "role": "agent",
                     *       "teams": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "North"
                     *         }
                     *       ],
                     *       "user": {
                     *         "active": true,
                     *         "created_at": "2026-05-01T09:30:00.000Z",
                     *         "email": "ann@example.com",
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able",
                     *         "role": "agent",
                     *         "teams": [
                     *           {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "North"
                     *           }
                     *         ],
                     *         "updated_at": "2026-05-01T09:30:00.000Z",
                     *         "version": 7
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["user_inactive.invalid_code"];
            403: components["responses"]["cross_origin"];
            409: components["responses"]["choose_organization.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listBookShares: {
        parameters: {
            query?: {
                /** @example given */
                direction?: "given" | "received";
                /**
                 * @description Only this person's book.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                owner_id?: string;
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "effective": [
                     *             "read"
                     *           ],
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "kinds": [
                     *             "lead"
                     *           ],
                     *           "owner": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "version": 7,
                     *           "with": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Bob Best",
                     *             "type": "user"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["BookSharePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    shareBook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "kinds": [
                 *         "lead"
                 *       ],
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "permissions": [
                 *         "read",
                 *         "create"
                 *       ],
                 *       "reason": "They are my customer, too",
                 *       "with": {
                 *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "type": "team"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description Left out: all of them. */
                    kinds?: components["schemas"]["Kind"][] | null;
                    /**
                     * Format: uuid
                     * @description Whose book; left out: the caller's own. Somebody else's takes `assign_any`.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    owner_id?: string | null;
                    /** @description `create` lets the recipient make records that the book's owner owns. */
                    permissions: ("read" | "update" | "delete" | "share" | "assign" | "note" | "task" | "communicate" | "create")[];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    with: {
                        /**
                         * Format: uuid
                         * @description Of the person or team.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        id?: string | null;
                        /**
                         * @example team
                         * @enum {string}
                         */
                        type: "user" | "team" | "everyone";
                    };
                };
            };
        };
        responses: {
            /** @description It was shared with them before; this replaces it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kinds": [
                     *         "lead"
                     *       ],
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "version": 7,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BookShare"];
                };
            };
            /** @description It is shared. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kinds": [
                     *         "lead"
                     *       ],
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "version": 7,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BookShare"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            409: components["responses"]["already_owner.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getBookShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The book share. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kinds": [
                     *         "lead"
                     *       ],
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "version": 7,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BookShare"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    endBookShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeBookShare: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "kinds": [
                 *         "lead"
                 *       ],
                 *       "permissions": [
                 *         "read",
                 *         "create"
                 *       ],
                 *       "reason": "They are my customer, too"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description Left out: all of them. */
                    kinds?: components["schemas"]["Kind"][];
                    /** @description `create` lets the recipient make records that the book's owner owns. */
                    permissions?: ("read" | "update" | "delete" | "share" | "assign" | "note" | "task" | "communicate" | "create")[];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The book share as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kinds": [
                     *         "lead"
                     *       ],
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "version": 7,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BookShare"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            404: components["responses"]["not_found"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    captureChallenge: {
        parameters: {
            query?: {
                /** @example subscribe */
                "hub.mode"?: "subscribe";
                /** @example a long random text */
                "hub.verify_token"?: string;
                /** @example 1158201444 */
                "hub.challenge"?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description The sender's own id of the submission, where the format has none.
                 * @example 6f9619ff-8b86-d011
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The key in the address of a source.
                 * @example 2f7c9a…
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example 1158201444 */
                    "text/plain": string;
                };
            };
            400: components["responses"]["invalid_parameter"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    capture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description The sender's own id of the submission, where the format has none.
                 * @example 6f9619ff-8b86-d011
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The key in the address of a source.
                 * @example 2f7c9a…
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "message": "Call me",
                 *       "name": "Ann Able"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "message": "Call me",
                 *       "name": "Ann Able"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "message": "Call me",
                 *       "name": "Ann Able"
                 *     }
                 */
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "no_contact_details",
                     *       "delivery_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "status": "created",
                     *       "submissions": [
                     *         {
                     *           "code": "no_contact_details",
                     *           "delivery_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "status": "created"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Captured"];
                };
            };
            /** @description Taken; a browser that sent a form with `_redirect` goes there. */
            303: {
                headers: {
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["invalid_signature.stale_timestamp"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listCollaborationRequests: {
        parameters: {
            query?: {
                /** @example incoming */
                box?: "incoming" | "outgoing";
                /** @example pending */
                status?: "pending" | "approved" | "denied" | "canceled" | "expired" | "superseded";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "decision": {
                     *             "at": "2026-05-01T09:30:00.000Z",
                     *             "by": {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             },
                     *             "level": "collaborator",
                     *             "note": "Welcome",
                     *             "until": null
                     *           },
                     *           "expires_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "level": "collaborator",
                     *           "reason": "They are my customer, too",
                     *           "requester": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "status": "pending",
                     *           "until": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequestPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getCollaborationRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    approveCollaborationRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "note": "Welcome",
                 *       "until": "2027-01-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description Left out: what was asked. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * Format: plain-text
                     * @example Welcome
                     */
                    note?: string | null;
                    /**
                     * Format: date-time
                     * @description Until when; it must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Approved. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_request"];
            404: components["responses"]["not_found"];
            409: components["responses"]["request_resolved.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    cancelCollaborationRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Taken back. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["request_resolved.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    denyCollaborationRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "I am closing it this week"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @description The requester reads it.
                     * @example I am closing it this week
                     */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Denied. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_request"];
            404: components["responses"]["not_found"];
            409: components["responses"]["request_resolved.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getCommunication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The communication. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": null,
                     *       "channel": "call",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "direction": "in",
                     *       "duration_s": 1,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "occurred_at": "2026-05-01T09:30:00.000Z",
                     *       "summary": "Asked for an offer"
                     *     }
                     */
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
                /** @example -updated_at */
                sort?: "-updated_at" | "updated_at" | "-created_at" | "created_at" | "name" | "-name" | "-amount" | "amount";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amount": 1250000,
                     *           "collaborator_count": 1,
                     *           "collaborators": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "level": "collaborator",
                     *               "name": "Bob Best"
                     *             }
                     *           ],
                     *           "company": "Müller",
                     *           "contact_id": null,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "currency": "EUR",
                     *           "deal_id": null,
                     *           "deleted_at": null,
                     *           "email": "info@mueller.example",
                     *           "fields": {
                     *             "budget": "2026"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "kind": "lead",
                     *           "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *           "name": "Müller GmbH",
                     *           "owner": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "phone": "+49 30 1234567",
                     *           "source": "Trade fair",
                     *           "status": "new",
                     *           "tags": [
                     *             "vip"
                     *           ],
                     *           "title": "Head of Purchasing",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7,
                     *           "website": "https://mueller.example"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createContact: {
        parameters: {
            query?: {
                /**
                 * @description Whether to refuse when there is one with the same e-mail address or phone number.
                 * @example refuse
                 */
                on_duplicate?: "refuse" | "create";
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** @description The new contact. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["possible_duplicate.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    bulkContacts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": {
                 *         "tags": [
                 *           "vip"
                 *         ],
                 *         "type": "add_tags"
                 *       },
                 *       "select": {
                 *         "ids": [
                 *           "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BulkAction"];
            };
        };
        responses: {
            /** @description The job, which goes on by itself. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    countContacts: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 42,
                     *       "exact": true
                     *     }
                     */
                    "application/json": {
                        /** @example 42 */
                        count: number;
                        /**
                         * @description False when the count stopped early.
                         * @example true
                         */
                        exact: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    findContactDuplicates: {
        parameters: {
            query?: {
                /** @example info@mueller.example */
                email?: string;
                /** @example +49 30 1234567 */
                phone?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that there are. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "lead": {
                     *             "amount": 1250000,
                     *             "collaborator_count": 1,
                     *             "collaborators": [
                     *               {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "level": "collaborator",
                     *                 "name": "Bob Best"
                     *               }
                     *             ],
                     *             "company": "Müller",
                     *             "contact_id": null,
                     *             "created_at": "2026-05-01T09:30:00.000Z",
                     *             "currency": "EUR",
                     *             "deal_id": null,
                     *             "deleted_at": null,
                     *             "email": "info@mueller.example",
                     *             "fields": {
                     *               "budget": "2026"
                     *             },
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *             "name": "Müller GmbH",
                     *             "owner": {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             },
                     *             "permissions": [
                     *               "read"
                     *             ],
                     *             "phone": "+49 30 1234567",
                     *             "source": "Trade fair",
                     *             "status": "new",
                     *             "tags": [
                     *               "vip"
                     *             ],
                     *             "title": "Head of Purchasing",
                     *             "updated_at": "2026-05-01T09:30:00.000Z",
                     *             "version": 7,
                     *             "website": "https://mueller.example"
                     *           },
                     *           "visible": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: ({
                            lead: components["schemas"]["Record"];
                            /**
                             * @example true
                             * @constant
                             */
                            visible: true;
                        } | {
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            lead_id: string | null;
                            owner: {
                                /** @example Ann Able */
                                name: string;
                            } | null;
                            /**
                             * @example false
                             * @constant
                             */
                            visible: false;
                        })[];
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in the trash. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["RecordChange"];
            };
        };
        responses: {
            /** @description The contact as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactAccess: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "sources": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    explainContactAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /**
                 * @description A person's id, or `me`.
                 * @example me
                 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cut_by_role": [
                     *         "read"
                     *       ],
                     *       "expired": [
                     *         {
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "since": "2026-05-01T09:30:00.000Z",
                     *           "source": "team_share",
                     *           "via": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "North",
                     *             "type": "team"
                     *           }
                     *         }
                     *       ],
                     *       "permissions": {
                     *         "read": {
                     *           "because": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "granted": true
                     *         }
                     *       },
                     *       "remedy": [
                     *         {
                     *           "action": "request_to_collaborate",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "who": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "visible": true
                     *     }
                     */
                    "application/json": components["schemas"]["AccessExplanation"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    assignContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keep_collaborators": true,
                 *       "keep_previous_owner": "view",
                 *       "move_open_tasks": true,
                 *       "note": "Yours from now on",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether collaborators stay. The settings decide when nothing is said.
                     * @example true
                     */
                    keep_collaborators?: boolean | null;
                    /**
                     * @description What the previous owner keeps. The settings decide when nothing is said.
                     * @example view
                     * @enum {string|null}
                     */
                    keep_previous_owner?: "none" | "view" | "edit" | null;
                    /**
                     * @description Whether the previous owner's open tasks become the new owner's.
                     * @example true
                     */
                    move_open_tasks?: boolean | null;
                    /**
                     * Format: plain-text
                     * @example Yours from now on
                     */
                    note?: string | null;
                    /**
                     * Format: uuid
                     * @description Null gives it to the pool.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    owner_id: string | null;
                };
            };
        };
        responses: {
            /** @description The contact as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    claimContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is yours. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owned.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    requestToCollaborateOnContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "reason": "They are my customer, too",
                 *       "until": "2027-01-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description Left out: `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * Format: plain-text
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    /**
                     * Format: date-time
                     * @description Until when; it must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Asked before, and still open: this one. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            /** @description Asked. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_collaborator.cooling_down.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactCollaborators: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "added_at": "2026-05-01T09:30:00.000Z",
                     *           "added_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "level": "collaborator",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "until": null,
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaboratorPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    joinContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description You were already. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description You are. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    leaveContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are not. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    putContactCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "notify": true
                 *     }
                 */
                "application/json": {
                    /** @description Left out: the present one, or `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * @description Whether they are told.
                     * @default true
                     * @example true
                     */
                    notify?: boolean | null;
                };
            };
        };
        responses: {
            /** @description They were one before. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description They are one now. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.recipient_cannot_see"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    removeContactCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are none. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactCommunications: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": null,
                     *           "channel": "call",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "direction": "in",
                     *           "duration_s": 1,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "occurred_at": "2026-05-01T09:30:00.000Z",
                     *           "summary": "Asked for an offer"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CommunicationPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createContactCommunication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want two offers.",
                 *       "channel": "call",
                 *       "direction": "in",
                 *       "duration_s": 300,
                 *       "occurred_at": "2026-05-01T09:30:00.000Z",
                 *       "summary": "Asked for an offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example They want two offers.
                     */
                    body?: string | null;
                    /**
                     * @example call
                     * @enum {string}
                     */
                    channel: "call" | "email" | "sms" | "meeting" | "chat";
                    /**
                     * @example in
                     * @enum {string}
                     */
                    direction: "in" | "out";
                    /**
                     * @description Seconds.
                     * @example 300
                     */
                    duration_s?: number | null;
                    /**
                     * Format: date-time
                     * @description Left out: now.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    occurred_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Asked for an offer
                     */
                    summary: string;
                };
            };
        };
        responses: {
            /** @description It is logged. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": null,
                     *       "channel": "call",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "direction": "in",
                     *       "duration_s": 1,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "occurred_at": "2026-05-01T09:30:00.000Z",
                     *       "summary": "Asked for an offer"
                     *     }
                     */
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    openContactLive: {
        parameters: {
            query?: {
                /**
                 * @description The last `seq` that is known: what came after it is heard first.
                 * @example 1
                 */
                since?: number;
                /**
                 * @description A ticket, for whoever cannot send a header along: it opens one connection.
                 * @example lt_5Jm0…
                 */
                ticket?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is open. */
            101: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            426: components["responses"]["upgrade_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    muteContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unmuteContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactNotes: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": "They want **two** offers.",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "mentions": [
                     *             "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createContactNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want **two** offers.",
                 *       "mentions": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @description Markdown, kept as it was written. Render it without trusting it.
                     * @example They want **two** offers.
                     */
                    body: string;
                    /** @description People who are told. */
                    mentions?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The new note. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": "They want **two** offers.",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "mentions": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "unreachable_mentions": [],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WrittenNote"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["not_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactShares: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "effective": [
                     *             "read"
                     *           ],
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "with": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Bob Best",
                     *             "type": "user"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    shareContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "permissions": [
                 *         "read",
                 *         "note"
                 *       ],
                 *       "reason": "They are my customer, too",
                 *       "with": {
                 *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "type": "team"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description `read` is always among what is given. */
                    permissions: components["schemas"]["Permission"][];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    with: {
                        /**
                         * Format: uuid
                         * @description Of the person or team.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        id?: string | null;
                        /**
                         * @example team
                         * @enum {string}
                         */
                        type: "user" | "team" | "everyone";
                    };
                };
            };
        };
        responses: {
            /** @description It was shared with them before; this replaces it. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description It is shared. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactTasks: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "assignee": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "done_at": null,
                     *           "due_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "status": "open",
                     *           "title": "Send the offer",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createContactTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add_collaborator": false,
                 *       "assignee_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "due_at": "2026-05-01T09:30:00.000Z",
                 *       "title": "Send the offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether an assignee without access becomes a collaborator, if the caller may do that.
                     * @example false
                     */
                    add_collaborator?: boolean | null;
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    assignee_id?: string | null;
                    /**
                     * Format: date-time
                     * @description When the assignee is reminded, once.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    due_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Send the offer
                     */
                    title: string;
                };
            };
        };
        responses: {
            /** @description The new task. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "done_at": null,
                     *       "due_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "status": "open",
                     *       "title": "Send the offer",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listContactTimeline: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "actor": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able",
                     *             "type": "user"
                     *           },
                     *           "at": "2026-05-01T09:30:00.000Z",
                     *           "data": {
                     *             "changes": {
                     *               "status": {
                     *                 "from": "new",
                     *                 "to": "working"
                     *               }
                     *             }
                     *           },
                     *           "seq": 1,
                     *           "type": "updated"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    watchContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unwatchContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "unavailable",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "deaths": 1,
                     *           "died_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "job": "events",
                     *           "subject_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "deaths": 1,
                     *       "died_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "job": "events",
                     *       "subject_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    dropDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is under way. */
            204: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeals: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
                /** @example -updated_at */
                sort?: "-updated_at" | "updated_at" | "-created_at" | "created_at" | "name" | "-name" | "-amount" | "amount";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amount": 1250000,
                     *           "collaborator_count": 1,
                     *           "collaborators": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "level": "collaborator",
                     *               "name": "Bob Best"
                     *             }
                     *           ],
                     *           "company": "Müller",
                     *           "contact_id": null,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "currency": "EUR",
                     *           "deal_id": null,
                     *           "deleted_at": null,
                     *           "email": "info@mueller.example",
                     *           "fields": {
                     *             "budget": "2026"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "kind": "lead",
                     *           "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *           "name": "Müller GmbH",
                     *           "owner": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "phone": "+49 30 1234567",
                     *           "source": "Trade fair",
                     *           "status": "new",
                     *           "tags": [
                     *             "vip"
                     *           ],
                     *           "title": "Head of Purchasing",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7,
                     *           "website": "https://mueller.example"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDeal: {
        parameters: {
            query?: {
                /**
                 * @description Whether to refuse when there is one with the same e-mail address or phone number.
                 * @example refuse
                 */
                on_duplicate?: "refuse" | "create";
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** @description The new deal. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["possible_duplicate.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    bulkDeals: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": {
                 *         "tags": [
                 *           "vip"
                 *         ],
                 *         "type": "add_tags"
                 *       },
                 *       "select": {
                 *         "ids": [
                 *           "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BulkAction"];
            };
        };
        responses: {
            /** @description The job, which goes on by itself. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    countDeals: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 42,
                     *       "exact": true
                     *     }
                     */
                    "application/json": {
                        /** @example 42 */
                        count: number;
                        /**
                         * @description False when the count stopped early.
                         * @example true
                         */
                        exact: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    findDealDuplicates: {
        parameters: {
            query?: {
                /** @example info@mueller.example */
                email?: string;
                /** @example +49 30 1234567 */
                phone?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that there are. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "lead": {
                     *             "amount": 1250000,
                     *             "collaborator_count": 1,
                     *             "collaborators": [
                     *               {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "level": "collaborator",
                     *                 "name": "Bob Best"
                     *               }
                     *             ],
                     *             "company": "Müller",
                     *             "contact_id": null,
                     *             "created_at": "2026-05-01T09:30:00.000Z",
                     *             "currency": "EUR",
                     *             "deal_id": null,
                     *             "deleted_at": null,
                     *             "email": "info@mueller.example",
                     *             "fields": {
                     *               "budget": "2026"
                     *             },
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *             "name": "Müller GmbH",
                     *             "owner": {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             },
                     *             "permissions": [
                     *               "read"
                     *             ],
                     *             "phone": "+49 30 1234567",
                     *             "source": "Trade fair",
                     *             "status": "new",
                     *             "tags": [
                     *               "vip"
                     *             ],
                     *             "title": "Head of Purchasing",
                     *             "updated_at": "2026-05-01T09:30:00.000Z",
                     *             "version": 7,
                     *             "website": "https://mueller.example"
                     *           },
                     *           "visible": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: ({
                            lead: components["schemas"]["Record"];
                            /**
                             * @example true
                             * @constant
                             */
                            visible: true;
                        } | {
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            lead_id: string | null;
                            owner: {
                                /** @example Ann Able */
                                name: string;
                            } | null;
                            /**
                             * @example false
                             * @constant
                             */
                            visible: false;
                        })[];
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deal. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in the trash. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["RecordChange"];
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealAccess: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "sources": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    explainDealAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /**
                 * @description A person's id, or `me`.
                 * @example me
                 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cut_by_role": [
                     *         "read"
                     *       ],
                     *       "expired": [
                     *         {
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "since": "2026-05-01T09:30:00.000Z",
                     *           "source": "team_share",
                     *           "via": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "North",
                     *             "type": "team"
                     *           }
                     *         }
                     *       ],
                     *       "permissions": {
                     *         "read": {
                     *           "because": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "granted": true
                     *         }
                     *       },
                     *       "remedy": [
                     *         {
                     *           "action": "request_to_collaborate",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "who": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "visible": true
                     *     }
                     */
                    "application/json": components["schemas"]["AccessExplanation"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    assignDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keep_collaborators": true,
                 *       "keep_previous_owner": "view",
                 *       "move_open_tasks": true,
                 *       "note": "Yours from now on",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether collaborators stay. The settings decide when nothing is said.
                     * @example true
                     */
                    keep_collaborators?: boolean | null;
                    /**
                     * @description What the previous owner keeps. The settings decide when nothing is said.
                     * @example view
                     * @enum {string|null}
                     */
                    keep_previous_owner?: "none" | "view" | "edit" | null;
                    /**
                     * @description Whether the previous owner's open tasks become the new owner's.
                     * @example true
                     */
                    move_open_tasks?: boolean | null;
                    /**
                     * Format: plain-text
                     * @example Yours from now on
                     */
                    note?: string | null;
                    /**
                     * Format: uuid
                     * @description Null gives it to the pool.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    owner_id: string | null;
                };
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    claimDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is yours. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owned.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    requestToCollaborateOnDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "reason": "They are my customer, too",
                 *       "until": "2027-01-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description Left out: `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * Format: plain-text
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    /**
                     * Format: date-time
                     * @description Until when; it must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Asked before, and still open: this one. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            /** @description Asked. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_collaborator.cooling_down.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealCollaborators: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "added_at": "2026-05-01T09:30:00.000Z",
                     *           "added_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "level": "collaborator",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "until": null,
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaboratorPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    joinDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description You were already. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description You are. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    leaveDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are not. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    putDealCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "notify": true
                 *     }
                 */
                "application/json": {
                    /** @description Left out: the present one, or `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * @description Whether they are told.
                     * @default true
                     * @example true
                     */
                    notify?: boolean | null;
                };
            };
        };
        responses: {
            /** @description They were one before. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description They are one now. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.recipient_cannot_see"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    removeDealCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are none. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealCommunications: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": null,
                     *           "channel": "call",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "direction": "in",
                     *           "duration_s": 1,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "occurred_at": "2026-05-01T09:30:00.000Z",
                     *           "summary": "Asked for an offer"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CommunicationPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDealCommunication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want two offers.",
                 *       "channel": "call",
                 *       "direction": "in",
                 *       "duration_s": 300,
                 *       "occurred_at": "2026-05-01T09:30:00.000Z",
                 *       "summary": "Asked for an offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example They want two offers.
                     */
                    body?: string | null;
                    /**
                     * @example call
                     * @enum {string}
                     */
                    channel: "call" | "email" | "sms" | "meeting" | "chat";
                    /**
                     * @example in
                     * @enum {string}
                     */
                    direction: "in" | "out";
                    /**
                     * @description Seconds.
                     * @example 300
                     */
                    duration_s?: number | null;
                    /**
                     * Format: date-time
                     * @description Left out: now.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    occurred_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Asked for an offer
                     */
                    summary: string;
                };
            };
        };
        responses: {
            /** @description It is logged. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": null,
                     *       "channel": "call",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "direction": "in",
                     *       "duration_s": 1,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "occurred_at": "2026-05-01T09:30:00.000Z",
                     *       "summary": "Asked for an offer"
                     *     }
                     */
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    openDealLive: {
        parameters: {
            query?: {
                /**
                 * @description The last `seq` that is known: what came after it is heard first.
                 * @example 1
                 */
                since?: number;
                /**
                 * @description A ticket, for whoever cannot send a header along: it opens one connection.
                 * @example lt_5Jm0…
                 */
                ticket?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is open. */
            101: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            426: components["responses"]["upgrade_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    muteDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unmuteDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealNotes: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": "They want **two** offers.",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "mentions": [
                     *             "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDealNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want **two** offers.",
                 *       "mentions": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @description Markdown, kept as it was written. Render it without trusting it.
                     * @example They want **two** offers.
                     */
                    body: string;
                    /** @description People who are told. */
                    mentions?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The new note. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": "They want **two** offers.",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "mentions": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "unreachable_mentions": [],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WrittenNote"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    restoreDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The deal. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["not_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealShares: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "effective": [
                     *             "read"
                     *           ],
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "with": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Bob Best",
                     *             "type": "user"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    shareDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "permissions": [
                 *         "read",
                 *         "note"
                 *       ],
                 *       "reason": "They are my customer, too",
                 *       "with": {
                 *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "type": "team"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description `read` is always among what is given. */
                    permissions: components["schemas"]["Permission"][];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    with: {
                        /**
                         * Format: uuid
                         * @description Of the person or team.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        id?: string | null;
                        /**
                         * @example team
                         * @enum {string}
                         */
                        type: "user" | "team" | "everyone";
                    };
                };
            };
        };
        responses: {
            /** @description It was shared with them before; this replaces it. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description It is shared. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealTasks: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "assignee": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "done_at": null,
                     *           "due_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "status": "open",
                     *           "title": "Send the offer",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDealTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add_collaborator": false,
                 *       "assignee_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "due_at": "2026-05-01T09:30:00.000Z",
                 *       "title": "Send the offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether an assignee without access becomes a collaborator, if the caller may do that.
                     * @example false
                     */
                    add_collaborator?: boolean | null;
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    assignee_id?: string | null;
                    /**
                     * Format: date-time
                     * @description When the assignee is reminded, once.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    due_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Send the offer
                     */
                    title: string;
                };
            };
        };
        responses: {
            /** @description The new task. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "done_at": null,
                     *       "due_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "status": "open",
                     *       "title": "Send the offer",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDealTimeline: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "actor": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able",
                     *             "type": "user"
                     *           },
                     *           "at": "2026-05-01T09:30:00.000Z",
                     *           "data": {
                     *             "changes": {
                     *               "status": {
                     *                 "from": "new",
                     *                 "to": "working"
                     *               }
                     *             }
                     *           },
                     *           "seq": 1,
                     *           "type": "updated"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    watchDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unwatchDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "{\"name\":\"Ann\"}",
                     *       "body_encoding": "text",
                     *       "body_truncated": false,
                     *       "code": null,
                     *       "content_type": "application/json",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "received_at": "2026-05-01T09:30:00.000Z",
                     *       "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "status": "received"
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "{\"name\":\"Ann\"}",
                     *       "body_encoding": "text",
                     *       "body_truncated": false,
                     *       "code": null,
                     *       "content_type": "application/json",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "received_at": "2026-05-01T09:30:00.000Z",
                     *       "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "status": "received"
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["not_failed.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "action": "assign",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "created_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "done": 1,
                     *           "dry_run": true,
                     *           "finished_at": null,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "kind": "lead",
                     *           "notify": "summary",
                     *           "outcomes": {
                     *             "changed": 1,
                     *             "conflict": 1,
                     *             "failed": 1,
                     *             "forbidden": 1,
                     *             "not_found": 1,
                     *             "unchanged": 1
                     *           },
                     *           "status": "running",
                     *           "total": 1,
                     *           "undoes": null,
                     *           "undone_by": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The job as far as it came. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["job_finished.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listJobResults: {
        parameters: {
            query?: {
                /** @example changed */
                outcome?: "changed" | "unchanged" | "forbidden" | "not_found" | "conflict" | "failed";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "outcome": "changed",
                     *           "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobResultPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    undoJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A job of its own. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["job_not_finished.not_undoable.already_undone.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
                /** @example -updated_at */
                sort?: "-updated_at" | "updated_at" | "-created_at" | "created_at" | "name" | "-name" | "-amount" | "amount";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amount": 1250000,
                     *           "collaborator_count": 1,
                     *           "collaborators": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "level": "collaborator",
                     *               "name": "Bob Best"
                     *             }
                     *           ],
                     *           "company": "Müller",
                     *           "contact_id": null,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "currency": "EUR",
                     *           "deal_id": null,
                     *           "deleted_at": null,
                     *           "email": "info@mueller.example",
                     *           "fields": {
                     *             "budget": "2026"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "kind": "lead",
                     *           "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *           "name": "Müller GmbH",
                     *           "owner": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "phone": "+49 30 1234567",
                     *           "source": "Trade fair",
                     *           "status": "new",
                     *           "tags": [
                     *             "vip"
                     *           ],
                     *           "title": "Head of Purchasing",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7,
                     *           "website": "https://mueller.example"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createLead: {
        parameters: {
            query?: {
                /**
                 * @description Whether to refuse when there is one with the same e-mail address or phone number.
                 * @example refuse
                 */
                on_duplicate?: "refuse" | "create";
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** @description The new lead. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["possible_duplicate.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    bulkLeads: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": {
                 *         "tags": [
                 *           "vip"
                 *         ],
                 *         "type": "add_tags"
                 *       },
                 *       "select": {
                 *         "ids": [
                 *           "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BulkAction"];
            };
        };
        responses: {
            /** @description The job, which goes on by itself. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "assign",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "created_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "done": 1,
                     *       "dry_run": true,
                     *       "finished_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "notify": "summary",
                     *       "outcomes": {
                     *         "changed": 1,
                     *         "conflict": 1,
                     *         "failed": 1,
                     *         "forbidden": 1,
                     *         "not_found": 1,
                     *         "unchanged": 1
                     *       },
                     *       "status": "running",
                     *       "total": 1,
                     *       "undoes": null,
                     *       "undone_by": null
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    countLeads: {
        parameters: {
            query?: {
                /**
                 * @description `me`, `none`, `inactive` or ids, with commas between.
                 * @example me,none
                 */
                owner?: string;
                /**
                 * @description `me` or an id.
                 * @example me
                 */
                collaborator?: string;
                /** @example with_me */
                shared?: "with_me" | "by_me";
                /**
                 * @description One or several, with commas between.
                 * @example new,working
                 */
                status?: string;
                /** @example Trade fair */
                source?: string;
                /** @example vip */
                tag?: string;
                /**
                 * @description Words, or their beginnings, in name, company, e-mail address and phone number.
                 * @example mull
                 */
                q?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                created_before?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_after?: string;
                /** @example 2026-05-01T09:30:00.000Z */
                updated_before?: string;
                /**
                 * @description The trash instead of what is there.
                 * @example false
                 */
                deleted?: boolean;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 42,
                     *       "exact": true
                     *     }
                     */
                    "application/json": {
                        /** @example 42 */
                        count: number;
                        /**
                         * @description False when the count stopped early.
                         * @example true
                         */
                        exact: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    findLeadDuplicates: {
        parameters: {
            query?: {
                /** @example info@mueller.example */
                email?: string;
                /** @example +49 30 1234567 */
                phone?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that there are. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "lead": {
                     *             "amount": 1250000,
                     *             "collaborator_count": 1,
                     *             "collaborators": [
                     *               {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "level": "collaborator",
                     *                 "name": "Bob Best"
                     *               }
                     *             ],
                     *             "company": "Müller",
                     *             "contact_id": null,
                     *             "created_at": "2026-05-01T09:30:00.000Z",
                     *             "currency": "EUR",
                     *             "deal_id": null,
                     *             "deleted_at": null,
                     *             "email": "info@mueller.example",
                     *             "fields": {
                     *               "budget": "2026"
                     *             },
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *             "name": "Müller GmbH",
                     *             "owner": {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             },
                     *             "permissions": [
                     *               "read"
                     *             ],
                     *             "phone": "+49 30 1234567",
                     *             "source": "Trade fair",
                     *             "status": "new",
                     *             "tags": [
                     *               "vip"
                     *             ],
                     *             "title": "Head of Purchasing",
                     *             "updated_at": "2026-05-01T09:30:00.000Z",
                     *             "version": 7,
                     *             "website": "https://mueller.example"
                     *           },
                     *           "visible": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: ({
                            lead: components["schemas"]["Record"];
                            /**
                             * @example true
                             * @constant
                             */
                            visible: true;
                        } | {
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            lead_id: string | null;
                            owner: {
                                /** @example Ann Able */
                                name: string;
                            } | null;
                            /**
                             * @example false
                             * @constant
                             */
                            visible: false;
                        })[];
                    };
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in the trash. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeLead: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1250000,
                 *       "company": "Müller",
                 *       "currency": "EUR",
                 *       "email": "info@mueller.example",
                 *       "fields": {
                 *         "budget": "2026"
                 *       },
                 *       "name": "Müller GmbH",
                 *       "phone": "+49 30 1234567",
                 *       "source": "Trade fair",
                 *       "tags": [
                 *         "vip"
                 *       ],
                 *       "title": "Head of Purchasing",
                 *       "website": "https://mueller.example"
                 *     }
                 */
                "application/json": components["schemas"]["RecordChange"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadAccess: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "sources": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    explainLeadAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /**
                 * @description A person's id, or `me`.
                 * @example me
                 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cut_by_role": [
                     *         "read"
                     *       ],
                     *       "expired": [
                     *         {
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "since": "2026-05-01T09:30:00.000Z",
                     *           "source": "team_share",
                     *           "via": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "North",
                     *             "type": "team"
                     *           }
                     *         }
                     *       ],
                     *       "permissions": {
                     *         "read": {
                     *           "because": [
                     *             {
                     *               "expires_at": null,
                     *               "granted_by": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "Ann Able"
                     *               },
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "reason": null,
                     *               "since": "2026-05-01T09:30:00.000Z",
                     *               "source": "team_share",
                     *               "via": {
                     *                 "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *                 "name": "North",
                     *                 "type": "team"
                     *               }
                     *             }
                     *           ],
                     *           "granted": true
                     *         }
                     *       },
                     *       "remedy": [
                     *         {
                     *           "action": "request_to_collaborate",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "who": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "Ann Able"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "visible": true
                     *     }
                     */
                    "application/json": components["schemas"]["AccessExplanation"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    assignLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keep_collaborators": true,
                 *       "keep_previous_owner": "view",
                 *       "move_open_tasks": true,
                 *       "note": "Yours from now on",
                 *       "owner_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether collaborators stay. The settings decide when nothing is said.
                     * @example true
                     */
                    keep_collaborators?: boolean | null;
                    /**
                     * @description What the previous owner keeps. The settings decide when nothing is said.
                     * @example view
                     * @enum {string|null}
                     */
                    keep_previous_owner?: "none" | "view" | "edit" | null;
                    /**
                     * @description Whether the previous owner's open tasks become the new owner's.
                     * @example true
                     */
                    move_open_tasks?: boolean | null;
                    /**
                     * Format: plain-text
                     * @example Yours from now on
                     */
                    note?: string | null;
                    /**
                     * Format: uuid
                     * @description Null gives it to the pool.
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    owner_id: string | null;
                };
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    claimLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is yours. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owned.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    requestToCollaborateOnLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "reason": "They are my customer, too",
                 *       "until": "2027-01-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description Left out: `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * Format: plain-text
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    /**
                     * Format: date-time
                     * @description Until when; it must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Asked before, and still open: this one. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            /** @description Asked. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "decision": {
                     *         "at": "2026-05-01T09:30:00.000Z",
                     *         "by": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "level": "collaborator",
                     *         "note": "Welcome",
                     *         "until": null
                     *       },
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "level": "collaborator",
                     *       "reason": "They are my customer, too",
                     *       "requester": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "status": "pending",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaborationRequest"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_collaborator.cooling_down.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadCollaborators: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "added_at": "2026-05-01T09:30:00.000Z",
                     *           "added_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "level": "collaborator",
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "until": null,
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CollaboratorPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    joinLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description You were already. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description You are. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    leaveLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are not. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    putLeadCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "level": "collaborator",
                 *       "notify": true
                 *     }
                 */
                "application/json": {
                    /** @description Left out: the present one, or `collaborator`. */
                    level?: components["schemas"]["Level"] | null;
                    /**
                     * @description Whether they are told.
                     * @default true
                     * @example true
                     */
                    notify?: boolean | null;
                };
            };
        };
        responses: {
            /** @description They were one before. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            /** @description They are one now. */
            201: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-05-01T09:30:00.000Z",
                     *       "added_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "level": "collaborator",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "until": null,
                     *       "user": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Collaborator"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.recipient_cannot_see"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    removeLeadCollaborator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are none. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadCommunications: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": null,
                     *           "channel": "call",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "direction": "in",
                     *           "duration_s": 1,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "occurred_at": "2026-05-01T09:30:00.000Z",
                     *           "summary": "Asked for an offer"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CommunicationPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createLeadCommunication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want two offers.",
                 *       "channel": "call",
                 *       "direction": "in",
                 *       "duration_s": 300,
                 *       "occurred_at": "2026-05-01T09:30:00.000Z",
                 *       "summary": "Asked for an offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example They want two offers.
                     */
                    body?: string | null;
                    /**
                     * @example call
                     * @enum {string}
                     */
                    channel: "call" | "email" | "sms" | "meeting" | "chat";
                    /**
                     * @example in
                     * @enum {string}
                     */
                    direction: "in" | "out";
                    /**
                     * @description Seconds.
                     * @example 300
                     */
                    duration_s?: number | null;
                    /**
                     * Format: date-time
                     * @description Left out: now.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    occurred_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Asked for an offer
                     */
                    summary: string;
                };
            };
        };
        responses: {
            /** @description It is logged. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": null,
                     *       "channel": "call",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "direction": "in",
                     *       "duration_s": 1,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "occurred_at": "2026-05-01T09:30:00.000Z",
                     *       "summary": "Asked for an offer"
                     *     }
                     */
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    convertLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "deal": {
                 *         "amount": 1250000,
                 *         "company": "Müller",
                 *         "currency": "EUR",
                 *         "email": "info@mueller.example",
                 *         "fields": {
                 *           "budget": "2026"
                 *         },
                 *         "name": "Müller GmbH",
                 *         "phone": "+49 30 1234567",
                 *         "source": "Trade fair",
                 *         "tags": [
                 *           "vip"
                 *         ],
                 *         "title": "Head of Purchasing",
                 *         "website": "https://mueller.example"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Describes the deal; without it there will be none. */
                    deal?: {
                        /**
                         * @description In minor units of `currency`.
                         * @example 1250000
                         */
                        amount?: number | null;
                        /**
                         * Format: plain-text
                         * @example Müller
                         */
                        company?: string | null;
                        /**
                         * Format: plain-text
                         * @description ISO 4217.
                         * @example EUR
                         */
                        currency?: string | null;
                        /** @example info@mueller.example */
                        email?: ((string | unknown | unknown) | null) | unknown | unknown;
                        /** @description Custom fields, at most 16 KB of JSON. A change merges into them; null clears one. */
                        fields?: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: plain-text
                         * @example Müller GmbH
                         */
                        name?: string | null;
                        /**
                         * Format: plain-text
                         * @example +49 30 1234567
                         */
                        phone?: string | null;
                        /**
                         * Format: plain-text
                         * @example Trade fair
                         */
                        source?: string | null;
                        /**
                         * Format: plain-text
                         * @description One of those that the settings name for the kind; the first of them when it is not said.
                         */
                        status?: string | null;
                        tags?: string[] | null;
                        /**
                         * Format: plain-text
                         * @example Head of Purchasing
                         */
                        title?: string | null;
                        /**
                         * Format: plain-text
                         * @example https://mueller.example
                         */
                        website?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description All of them. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contact": {
                     *         "amount": 1250000,
                     *         "collaborator_count": 1,
                     *         "collaborators": [
                     *           {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "level": "collaborator",
                     *             "name": "Bob Best"
                     *           }
                     *         ],
                     *         "company": "Müller",
                     *         "contact_id": null,
                     *         "created_at": "2026-05-01T09:30:00.000Z",
                     *         "currency": "EUR",
                     *         "deal_id": null,
                     *         "deleted_at": null,
                     *         "email": "info@mueller.example",
                     *         "fields": {
                     *           "budget": "2026"
                     *         },
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *         "name": "Müller GmbH",
                     *         "owner": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "permissions": [
                     *           "read"
                     *         ],
                     *         "phone": "+49 30 1234567",
                     *         "source": "Trade fair",
                     *         "status": "new",
                     *         "tags": [
                     *           "vip"
                     *         ],
                     *         "title": "Head of Purchasing",
                     *         "updated_at": "2026-05-01T09:30:00.000Z",
                     *         "version": 7,
                     *         "website": "https://mueller.example"
                     *       },
                     *       "deal": {
                     *         "amount": 1250000,
                     *         "collaborator_count": 1,
                     *         "collaborators": [
                     *           {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "level": "collaborator",
                     *             "name": "Bob Best"
                     *           }
                     *         ],
                     *         "company": "Müller",
                     *         "contact_id": null,
                     *         "created_at": "2026-05-01T09:30:00.000Z",
                     *         "currency": "EUR",
                     *         "deal_id": null,
                     *         "deleted_at": null,
                     *         "email": "info@mueller.example",
                     *         "fields": {
                     *           "budget": "2026"
                     *         },
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *         "name": "Müller GmbH",
                     *         "owner": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "permissions": [
                     *           "read"
                     *         ],
                     *         "phone": "+49 30 1234567",
                     *         "source": "Trade fair",
                     *         "status": "new",
                     *         "tags": [
                     *           "vip"
                     *         ],
                     *         "title": "Head of Purchasing",
                     *         "updated_at": "2026-05-01T09:30:00.000Z",
                     *         "version": 7,
                     *         "website": "https://mueller.example"
                     *       },
                     *       "lead": {
                     *         "amount": 1250000,
                     *         "collaborator_count": 1,
                     *         "collaborators": [
                     *           {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "level": "collaborator",
                     *             "name": "Bob Best"
                     *           }
                     *         ],
                     *         "company": "Müller",
                     *         "contact_id": null,
                     *         "created_at": "2026-05-01T09:30:00.000Z",
                     *         "currency": "EUR",
                     *         "deal_id": null,
                     *         "deleted_at": null,
                     *         "email": "info@mueller.example",
                     *         "fields": {
                     *           "budget": "2026"
                     *         },
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *         "name": "Müller GmbH",
                     *         "owner": {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able"
                     *         },
                     *         "permissions": [
                     *           "read"
                     *         ],
                     *         "phone": "+49 30 1234567",
                     *         "source": "Trade fair",
                     *         "status": "new",
                     *         "tags": [
                     *           "vip"
                     *         ],
                     *         "title": "Head of Purchasing",
                     *         "updated_at": "2026-05-01T09:30:00.000Z",
                     *         "version": 7,
                     *         "website": "https://mueller.example"
                     *       }
                     *     }
                     */
                    "application/json": {
                        contact: components["schemas"]["Record"];
                        deal: components["schemas"]["Record"] | null;
                        lead: components["schemas"]["Record"];
                    };
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.already_converted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    openLeadLive: {
        parameters: {
            query?: {
                /**
                 * @description The last `seq` that is known: what came after it is heard first.
                 * @example 1
                 */
                since?: number;
                /**
                 * @description A ticket, for whoever cannot send a header along: it opens one connection.
                 * @example lt_5Jm0…
                 */
                ticket?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is open. */
            101: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            426: components["responses"]["upgrade_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    muteLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unmuteLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadNotes: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "body": "They want **two** offers.",
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "mentions": [
                     *             "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createLeadNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want **two** offers.",
                 *       "mentions": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @description Markdown, kept as it was written. Render it without trusting it.
                     * @example They want **two** offers.
                     */
                    body: string;
                    /** @description People who are told. */
                    mentions?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The new note. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": "They want **two** offers.",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "mentions": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "unreachable_mentions": [],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WrittenNote"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    restoreLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 1250000,
                     *       "collaborator_count": 1,
                     *       "collaborators": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "level": "collaborator",
                     *           "name": "Bob Best"
                     *         }
                     *       ],
                     *       "company": "Müller",
                     *       "contact_id": null,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "currency": "EUR",
                     *       "deal_id": null,
                     *       "deleted_at": null,
                     *       "email": "info@mueller.example",
                     *       "fields": {
                     *         "budget": "2026"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "kind": "lead",
                     *       "last_activity_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Müller GmbH",
                     *       "owner": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "phone": "+49 30 1234567",
                     *       "source": "Trade fair",
                     *       "status": "new",
                     *       "tags": [
                     *         "vip"
                     *       ],
                     *       "title": "Head of Purchasing",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "website": "https://mueller.example"
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["not_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadShares: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "effective": [
                     *             "read"
                     *           ],
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "with": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Bob Best",
                     *             "type": "user"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    shareLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "permissions": [
                 *         "read",
                 *         "note"
                 *       ],
                 *       "reason": "They are my customer, too",
                 *       "with": {
                 *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "type": "team"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description `read` is always among what is given. */
                    permissions: components["schemas"]["Permission"][];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                    with: {
                        /**
                         * Format: uuid
                         * @description Of the person or team.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        id?: string | null;
                        /**
                         * @example team
                         * @enum {string}
                         */
                        type: "user" | "team" | "everyone";
                    };
                };
            };
        };
        responses: {
            /** @description It was shared with them before; this replaces it. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description It is shared. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadTasks: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "assignee": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "done_at": null,
                     *           "due_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "status": "open",
                     *           "title": "Send the offer",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createLeadTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add_collaborator": false,
                 *       "assignee_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "due_at": "2026-05-01T09:30:00.000Z",
                 *       "title": "Send the offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether an assignee without access becomes a collaborator, if the caller may do that.
                     * @example false
                     */
                    add_collaborator?: boolean | null;
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    assignee_id?: string | null;
                    /**
                     * Format: date-time
                     * @description When the assignee is reminded, once.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    due_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Send the offer
                     */
                    title: string;
                };
            };
        };
        responses: {
            /** @description The new task. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "done_at": null,
                     *       "due_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "status": "open",
                     *       "title": "Send the offer",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listLeadTimeline: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "actor": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able",
                     *             "type": "user"
                     *           },
                     *           "at": "2026-05-01T09:30:00.000Z",
                     *           "data": {
                     *             "changes": {
                     *               "status": {
                     *                 "from": "new",
                     *                 "to": "working"
                     *               }
                     *             }
                     *           },
                     *           "seq": 1,
                     *           "type": "updated"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    watchLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unwatchLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createLiveTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The ticket, shown this once. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-05-01T09:30:00.000Z",
                     *       "ticket": "lt_5Jm0…"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-05-01T09:30:00.000Z
                         */
                        expires_at: string;
                        /** @example lt_5Jm0… */
                        ticket: string;
                    };
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person behind the credential. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "capabilities": [
                     *         "claim"
                     *       ],
                     *       "organization": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Acme"
                     *       },
                     *       "role": "agent",
                     *       "teams": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "North"
                     *         }
                     *       ],
                     *       "user": {
                     *         "active": true,
                     *         "created_at": "2026-05-01T09:30:00.000Z",
                     *         "email": "ann@example.com",
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able",
                     *         "role": "agent",
                     *         "teams": [
                     *           {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "North"
                     *           }
                     *         ],
                     *         "updated_at": "2026-05-01T09:30:00.000Z",
                     *         "version": 7
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    openInbox: {
        parameters: {
            query?: {
                /**
                 * @description A ticket, for whoever cannot send a header along: it opens one connection.
                 * @example lt_5Jm0…
                 */
                ticket?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is open. */
            101: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            426: components["responses"]["upgrade_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All types. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "bulk_summary": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "collaborator_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "collaborator_removed": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "communication_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "job_finished": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "lead_captured": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "lead_updated": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "mentioned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "note_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "request_decided": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "request_received": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "share_ended": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "shared": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "status_changed": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "task_assigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "task_due": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "unassigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    putNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note_added": {
                 *         "email": "digest",
                 *         "in_app": true
                 *       }
                 *     }
                 */
                "application/json": {
                    assigned?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    bulk_summary?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    collaborator_added?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    collaborator_removed?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    communication_added?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    job_finished?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    lead_captured?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    lead_updated?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    mentioned?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    note_added?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    request_decided?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    request_received?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    share_ended?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    shared?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    status_changed?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    task_assigned?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    task_due?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                    unassigned?: {
                        /**
                         * @example digest
                         * @enum {string|null}
                         */
                        email?: "off" | "instant" | "digest" | null;
                        /** @example true */
                        in_app?: boolean | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description All types, as they are now. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "bulk_summary": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "collaborator_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "collaborator_removed": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "communication_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "job_finished": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "lead_captured": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "lead_updated": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "mentioned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "note_added": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "request_decided": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "request_received": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "share_ended": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "shared": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "status_changed": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "task_assigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "task_due": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       },
                     *       "unassigned": {
                     *         "email": "instant",
                     *         "in_app": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The note. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": "They want **two** offers.",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "mentions": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteNote: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "They want **two** offers.",
                 *       "mentions": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @description Markdown, kept as it was written. Render it without trusting it.
                     * @example They want **two** offers.
                     */
                    body?: string;
                    /** @description People who are told. */
                    mentions?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The note as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "body": "They want **two** offers.",
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "mentions": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "unreachable_mentions": [],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WrittenNote"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /**
                 * @description Only those that are unread, or only those that are read.
                 * @example true
                 */
                unread?: boolean;
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "actor": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able",
                     *             "type": "user"
                     *           },
                     *           "count": 1,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "read_at": null,
                     *           "summary": "Ann Able assigned Müller GmbH to you",
                     *           "type": "assigned"
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "unread": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    all?: boolean | null;
                    ids?: string[] | null;
                };
            };
        };
        responses: {
            /** @description They are read. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 1
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description How many are unread, counted up to 10,000.
                         * @example 1
                         */
                        unread: number;
                    };
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["cross_origin"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Acme",
                     *       "settings": {
                     *         "allowed_origins": [
                     *           "https://app.example.com"
                     *         ],
                     *         "collaborator_policy": "grants_access",
                     *         "jwt": {
                     *           "audience": "leadroom",
                     *           "issuer": "https://login.example.com/",
                     *           "jwks_url": "https://login.example.com/.well-known/jwks.json"
                     *         },
                     *         "multiple_assignment": false,
                     *         "pool": "admins",
                     *         "request_cooldown_hours": 24,
                     *         "request_ttl_days": 14,
                     *         "reveal_existence": true,
                     *         "statuses": {
                     *           "contact": [
                     *             "active",
                     *             "inactive"
                     *           ],
                     *           "deal": [
                     *             "open",
                     *             "won",
                     *             "lost"
                     *           ],
                     *           "lead": [
                     *             "new",
                     *             "working",
                     *             "qualified",
                     *             "unqualified"
                     *           ]
                     *         },
                     *         "transfer": {
                     *           "keep_collaborators": true,
                     *           "keep_previous_owner": "view"
                     *         }
                     *       },
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme",
                 *       "settings": {
                 *         "allowed_origins": [
                 *           "https://app.example.com"
                 *         ],
                 *         "collaborator_policy": "grants_access",
                 *         "jwt": {
                 *           "audience": "leadroom",
                 *           "issuer": "https://login.example.com/",
                 *           "jwks_url": "https://login.example.com/.well-known/jwks.json"
                 *         },
                 *         "multiple_assignment": false,
                 *         "pool": "admins",
                 *         "request_cooldown_hours": 24,
                 *         "request_ttl_days": 14,
                 *         "reveal_existence": true,
                 *         "statuses": {
                 *           "contact": [
                 *             "active",
                 *             "inactive"
                 *           ],
                 *           "deal": [
                 *             "open",
                 *             "won",
                 *             "lost"
                 *           ],
                 *           "lead": [
                 *             "new"
                 *           ]
                 *         },
                 *         "transfer": {
                 *           "keep_collaborators": true,
                 *           "keep_previous_owner": "view"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example Acme
                     */
                    name?: string;
                    settings?: components["schemas"]["SettingsChange"] | null;
                };
            };
        };
        responses: {
            /** @description The organisation as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Acme",
                     *       "settings": {
                     *         "allowed_origins": [
                     *           "https://app.example.com"
                     *         ],
                     *         "collaborator_policy": "grants_access",
                     *         "jwt": {
                     *           "audience": "leadroom",
                     *           "issuer": "https://login.example.com/",
                     *           "jwks_url": "https://login.example.com/.well-known/jwks.json"
                     *         },
                     *         "multiple_assignment": false,
                     *         "pool": "admins",
                     *         "request_cooldown_hours": 24,
                     *         "request_ttl_days": 14,
                     *         "reveal_existence": true,
                     *         "statuses": {
                     *           "contact": [
                     *             "active",
                     *             "inactive"
                     *           ],
                     *           "deal": [
                     *             "open",
                     *             "won",
                     *             "lost"
                     *           ],
                     *           "lead": [
                     *             "new",
                     *             "working",
                     *             "qualified",
                     *             "unqualified"
                     *           ]
                     *         },
                     *         "transfer": {
                     *           "keep_collaborators": true,
                     *           "keep_previous_owner": "view"
                     *         }
                     *       },
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["identity_provider_taken"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "built_in": false,
                     *           "capabilities": [
                     *             "claim"
                     *           ],
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Partner",
                     *           "record_permissions": [
                     *             "read"
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RolePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capabilities": [
                 *         "create",
                 *         "claim"
                 *       ],
                 *       "name": "Partner",
                 *       "record_permissions": [
                 *         "read",
                 *         "note"
                 *       ]
                 *     }
                 */
                "application/json": {
                    capabilities: components["schemas"]["Capability"][];
                    /**
                     * Format: plain-text
                     * @example Partner
                     */
                    name: string;
                    record_permissions: components["schemas"]["Permission"][];
                };
            };
        };
        responses: {
            /** @description The new role. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "built_in": false,
                     *       "capabilities": [
                     *         "claim"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Partner",
                     *       "record_permissions": [
                     *         "read"
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["name_taken.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "built_in": false,
                     *       "capabilities": [
                     *         "claim"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Partner",
                     *       "record_permissions": [
                     *         "read"
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["role_in_use.built_in_role"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capabilities": [
                 *         "create",
                 *         "claim"
                 *       ],
                 *       "name": "Partner",
                 *       "record_permissions": [
                 *         "read",
                 *         "note"
                 *       ]
                 *     }
                 */
                "application/json": {
                    capabilities?: components["schemas"]["Capability"][];
                    /**
                     * Format: plain-text
                     * @example Partner
                     */
                    name?: string;
                    record_permissions?: components["schemas"]["Permission"][];
                };
            };
        };
        responses: {
            /** @description The role as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "built_in": false,
                     *       "capabilities": [
                     *         "claim"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Partner",
                     *       "record_permissions": [
                     *         "read"
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["name_taken.built_in_role"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listRules: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "enabled": true,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Web leads go round",
                     *           "on": "captured",
                     *           "position": 1,
                     *           "problems": [
                     *             {
                     *               "code": "not_found",
                     *               "field": "then.0.user_id",
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *             }
                     *           ],
                     *           "then": [
                     *             {
                     *               "reassign": false,
                     *               "type": "assign",
                     *               "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *             }
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7,
                     *           "when": {
                     *             "kind": "lead",
                     *             "source": "Website",
                     *             "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "status": "new",
                     *             "tag": "web"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RulePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "name": "Web leads go round",
                 *       "on": "captured",
                 *       "position": 1,
                 *       "then": [
                 *         {
                 *           "reassign": false,
                 *           "type": "assign",
                 *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *         }
                 *       ],
                 *       "when": {
                 *         "kind": "lead",
                 *         "source": "Website",
                 *         "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "status": "new",
                 *         "tag": "web"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example true */
                    enabled?: boolean | null;
                    /**
                     * Format: plain-text
                     * @example Web leads go round
                     */
                    name: string;
                    /**
                     * @description `created`: a record came to be, in whatever way. `captured`: a form was submitted, by somebody new or again. `status_changed`: a record's status changed.
                     * @example captured
                     * @enum {string}
                     */
                    on: "created" | "captured" | "status_changed";
                    /**
                     * @description Its place in the order in which rules run: each finds what the one before has left.
                     * @example 1
                     */
                    position?: number | null;
                    then: ({
                        /**
                         * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                         * @example false
                         */
                        reassign?: boolean | null;
                        /** @constant */
                        type: "assign";
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        user_id: string;
                    } | {
                        /**
                         * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                         * @example false
                         */
                        reassign?: boolean | null;
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        round_robin_team_id: string;
                        /** @constant */
                        type: "assign";
                    } | {
                        level?: components["schemas"]["Level"] | null;
                        /** @constant */
                        type: "add_collaborators";
                        user_ids: string[];
                    } | {
                        /**
                         * Format: date-time
                         * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                         * @example 2027-01-01T00:00:00.000Z
                         */
                        expires_at?: string | null;
                        permissions: components["schemas"]["Permission"][];
                        /**
                         * Format: plain-text
                         * @description Why. Whoever looks at the access reads it.
                         * @example They are my customer, too
                         */
                        reason?: string | null;
                        /** @constant */
                        type: "share";
                        with: {
                            /**
                             * Format: uuid
                             * @description Of the person or team.
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            id?: string | null;
                            /**
                             * @example team
                             * @enum {string}
                             */
                            type: "user" | "team" | "everyone";
                        };
                    } | {
                        tags: string[];
                        /** @constant */
                        type: "add_tags";
                    })[];
                    /** @description All that are said must hold. */
                    when?: {
                        kind?: (components["schemas"]["Kind"] | null) | null;
                        /**
                         * Format: plain-text
                         * @example Website
                         */
                        source?: string | null;
                        /**
                         * Format: uuid
                         * @description The capture source that it came by, or came by again.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        source_id?: string | null;
                        /**
                         * Format: plain-text
                         * @description The status that the occasion brought.
                         * @example new
                         */
                        status?: string | null;
                        /**
                         * Format: plain-text
                         * @example web
                         */
                        tag?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The new rule. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "enabled": true,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Web leads go round",
                     *       "on": "captured",
                     *       "position": 1,
                     *       "problems": [
                     *         {
                     *           "code": "not_found",
                     *           "field": "then.0.user_id",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "then": [
                     *         {
                     *           "reassign": false,
                     *           "type": "assign",
                     *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "when": {
                     *         "kind": "lead",
                     *         "source": "Website",
                     *         "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "status": "new",
                     *         "tag": "web"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["name_taken.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "enabled": true,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Web leads go round",
                     *       "on": "captured",
                     *       "position": 1,
                     *       "problems": [
                     *         {
                     *           "code": "not_found",
                     *           "field": "then.0.user_id",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "then": [
                     *         {
                     *           "reassign": false,
                     *           "type": "assign",
                     *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "when": {
                     *         "kind": "lead",
                     *         "source": "Website",
                     *         "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "status": "new",
                     *         "tag": "web"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does nothing any more. What it did stays. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeRule: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "name": "Web leads go round",
                 *       "on": "captured",
                 *       "position": 1,
                 *       "then": [
                 *         {
                 *           "reassign": false,
                 *           "type": "assign",
                 *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *         }
                 *       ],
                 *       "when": {
                 *         "kind": "lead",
                 *         "source": "Website",
                 *         "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *         "status": "new",
                 *         "tag": "web"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example true */
                    enabled?: boolean | null;
                    /**
                     * Format: plain-text
                     * @example Web leads go round
                     */
                    name?: string;
                    /**
                     * @description `created`: a record came to be, in whatever way. `captured`: a form was submitted, by somebody new or again. `status_changed`: a record's status changed.
                     * @example captured
                     * @enum {string}
                     */
                    on?: "created" | "captured" | "status_changed";
                    /**
                     * @description Its place in the order in which rules run: each finds what the one before has left.
                     * @example 1
                     */
                    position?: number | null;
                    then?: ({
                        /**
                         * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                         * @example false
                         */
                        reassign?: boolean | null;
                        /** @constant */
                        type: "assign";
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        user_id: string;
                    } | {
                        /**
                         * @description Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.
                         * @example false
                         */
                        reassign?: boolean | null;
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        round_robin_team_id: string;
                        /** @constant */
                        type: "assign";
                    } | {
                        level?: components["schemas"]["Level"] | null;
                        /** @constant */
                        type: "add_collaborators";
                        user_ids: string[];
                    } | {
                        /**
                         * Format: date-time
                         * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                         * @example 2027-01-01T00:00:00.000Z
                         */
                        expires_at?: string | null;
                        permissions: components["schemas"]["Permission"][];
                        /**
                         * Format: plain-text
                         * @description Why. Whoever looks at the access reads it.
                         * @example They are my customer, too
                         */
                        reason?: string | null;
                        /** @constant */
                        type: "share";
                        with: {
                            /**
                             * Format: uuid
                             * @description Of the person or team.
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            id?: string | null;
                            /**
                             * @example team
                             * @enum {string}
                             */
                            type: "user" | "team" | "everyone";
                        };
                    } | {
                        tags: string[];
                        /** @constant */
                        type: "add_tags";
                    })[];
                    /** @description All that are said must hold. */
                    when?: {
                        kind?: (components["schemas"]["Kind"] | null) | null;
                        /**
                         * Format: plain-text
                         * @example Website
                         */
                        source?: string | null;
                        /**
                         * Format: uuid
                         * @description The capture source that it came by, or came by again.
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        source_id?: string | null;
                        /**
                         * Format: plain-text
                         * @description The status that the occasion brought.
                         * @example new
                         */
                        status?: string | null;
                        /**
                         * Format: plain-text
                         * @example web
                         */
                        tag?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The rule as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "enabled": true,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Web leads go round",
                     *       "on": "captured",
                     *       "position": 1,
                     *       "problems": [
                     *         {
                     *           "code": "not_found",
                     *           "field": "then.0.user_id",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "then": [
                     *         {
                     *           "reassign": false,
                     *           "type": "assign",
                     *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7,
                     *       "when": {
                     *         "kind": "lead",
                     *         "source": "Website",
                     *         "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "status": "new",
                     *         "tag": "web"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["name_taken"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organization": {
                 *         "name": "Acme"
                 *       },
                 *       "owner": {
                 *         "email": "olga@example.com",
                 *         "name": "Olga Owner"
                 *       }
                 *     }
                 */
                "application/json": {
                    organization: {
                        /**
                         * Format: plain-text
                         * @example Acme
                         */
                        name: string;
                    };
                    owner: {
                        /**
                         * Format: email
                         * @example olga@example.com
                         */
                        email: string;
                        /**
                         * Format: plain-text
                         * @example Olga Owner
                         */
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description They are there. The key's secret is shown this once. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "secret": "lr_8sX2…"
                     *       },
                     *       "organization": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Acme"
                     *       },
                     *       "user": {
                     *         "active": true,
                     *         "email": "olga@example.com",
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Olga Owner",
                     *         "role": "owner"
                     *       }
                     *     }
                     */
                    "application/json": {
                        api_key: {
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            id: string;
                            secret: components["schemas"]["Secret"];
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            id: string;
                            /**
                             * Format: plain-text
                             * @example Acme
                             */
                            name: string;
                        };
                        user: {
                            /** @example true */
                            active: boolean;
                            /**
                             * Format: email
                             * @example olga@example.com
                             */
                            email: string;
                            /**
                             * Format: uuid
                             * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                             */
                            id: string;
                            /**
                             * Format: plain-text
                             * @example Olga Owner
                             */
                            name: string;
                            /** @constant */
                            role: "owner";
                        };
                    };
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listShares: {
        parameters: {
            query?: {
                /** @example given */
                direction?: "given" | "received";
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "effective": [
                     *             "read"
                     *           ],
                     *           "expires_at": null,
                     *           "granted_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "permissions": [
                     *             "read"
                     *           ],
                     *           "reason": null,
                     *           "with": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Bob Best",
                     *             "type": "user"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The share. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    endShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over, and what hung on it. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "permissions": [
                 *         "read",
                 *         "note"
                 *       ],
                 *       "reason": "They are my customer, too"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /** @description `read` is always among what is given. */
                    permissions?: components["schemas"]["Permission"][];
                    /**
                     * Format: plain-text
                     * @description Why. Whoever looks at the access reads it.
                     * @example They are my customer, too
                     */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The share as it is now. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "effective": [
                     *         "read"
                     *       ],
                     *       "expires_at": null,
                     *       "granted_by": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "reason": null,
                     *       "with": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Bob Best",
                     *         "type": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin.own_grant"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "allowed_origins": [
                     *             "https://app.example.com"
                     *           ],
                     *           "collaborators": [
                     *             "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *           ],
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "defaults": {
                     *             "kind": "lead",
                     *             "source": null,
                     *             "status": null,
                     *             "tags": [
                     *               "web"
                     *             ]
                     *           },
                     *           "field_map": {
                     *             "Firm": "company"
                     *           },
                     *           "has_secret": false,
                     *           "has_turnstile_secret": false,
                     *           "has_verify_token": false,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Website",
                     *           "on_duplicate": "update",
                     *           "owner": "none",
                     *           "provider": "form",
                     *           "readback": {
                     *             "base_url": "https://graph.facebook.com/v23.0",
                     *             "has_access_token": true
                     *           },
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allowed_origins": [
                 *         "https://app.example.com"
                 *       ],
                 *       "collaborators": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ],
                 *       "defaults": {
                 *         "kind": "lead",
                 *         "source": "Website",
                 *         "status": "new",
                 *         "tags": [
                 *           "web"
                 *         ]
                 *       },
                 *       "field_map": {
                 *         "Firm": "company"
                 *       },
                 *       "name": "Website",
                 *       "on_duplicate": "update",
                 *       "owner": "none",
                 *       "provider": "form",
                 *       "readback": {
                 *         "access_token": "EAAB…",
                 *         "base_url": "https://graph.facebook.com/v23.0"
                 *       },
                 *       "turnstile_secret": "0x4AAA",
                 *       "verify_token": "a long random text"
                 *     }
                 */
                "application/json": {
                    /** @description Where a browser may be redirected to. */
                    allowed_origins?: string[] | null;
                    /** @description Who works on what comes, too. */
                    collaborators?: string[] | null;
                    /** @description What a new lead starts with. */
                    defaults?: {
                        /**
                         * @example lead
                         * @enum {string|null}
                         */
                        kind?: "lead" | "contact" | "deal" | null;
                        /**
                         * Format: plain-text
                         * @example Website
                         */
                        source?: string | null;
                        /**
                         * Format: plain-text
                         * @example new
                         */
                        status?: string | null;
                        tags?: string[] | null;
                    } | null;
                    /** @description Question id, reference, key or label → lead field, or `fields.<key>`. */
                    field_map?: {
                        [key: string]: string;
                    } | null;
                    /**
                     * Format: plain-text
                     * @example Website
                     */
                    name: string;
                    /**
                     * @description What happens when there is an open lead with the same e-mail address or phone number.
                     * @example update
                     * @enum {string|null}
                     */
                    on_duplicate?: "update" | "create" | null;
                    /** @description Who owns what comes: a person, the active members of a team by turns; `none` is the pool. */
                    owner?: ("none" | {
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        user_id: string;
                    } | {
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        round_robin_team_id: string;
                    }) | null;
                    /**
                     * @description Whose format and signature it is.
                     * @example form
                     * @enum {string|null}
                     */
                    provider?: "form" | "standard_webhooks" | "typeform" | "tally" | "google_ads" | "meta_lead_ads" | "hubspot" | "webflow" | "calendly" | "jotform" | "gravity_forms" | "elementor" | "contact_form_7" | null;
                    /** @description For vendors whose deliveries have but the ids of leads. */
                    readback?: {
                        /**
                         * Format: plain-text
                         * @description What answers are asked for with.
                         * @example EAAB…
                         */
                        access_token?: string | null;
                        /**
                         * Format: plain-text
                         * @description Another address than the vendor's own.
                         * @example https://graph.facebook.com/v23.0
                         */
                        base_url?: string | null;
                    } | null;
                    /**
                     * Format: plain-text
                     * @description What the vendor signs with, where it signs.
                     */
                    secret?: string | null;
                    /**
                     * Format: plain-text
                     * @description Checks that a person sent the form: the secret of a Turnstile widget.
                     * @example 0x4AAA
                     */
                    turnstile_secret?: string | null;
                    /**
                     * Format: plain-text
                     * @description What a vendor repeats when the address is set up.
                     * @example a long random text
                     */
                    verify_token?: string | null;
                };
            };
        };
        responses: {
            /** @description The new source. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed_origins": [
                     *         "https://app.example.com"
                     *       ],
                     *       "capture_url": "https://leads.example.com/v1/capture/2f7c…",
                     *       "collaborators": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "defaults": {
                     *         "kind": "lead",
                     *         "source": null,
                     *         "status": null,
                     *         "tags": [
                     *           "web"
                     *         ]
                     *       },
                     *       "field_map": {
                     *         "Firm": "company"
                     *       },
                     *       "has_secret": false,
                     *       "has_turnstile_secret": false,
                     *       "has_verify_token": false,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Website",
                     *       "on_duplicate": "update",
                     *       "owner": "none",
                     *       "provider": "form",
                     *       "readback": {
                     *         "base_url": "https://graph.facebook.com/v23.0",
                     *         "has_access_token": true
                     *       },
                     *       "secret": "lr_8sX2…",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["NewSource"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["name_taken.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed_origins": [
                     *         "https://app.example.com"
                     *       ],
                     *       "collaborators": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "defaults": {
                     *         "kind": "lead",
                     *         "source": null,
                     *         "status": null,
                     *         "tags": [
                     *           "web"
                     *         ]
                     *       },
                     *       "field_map": {
                     *         "Firm": "company"
                     *       },
                     *       "has_secret": false,
                     *       "has_turnstile_secret": false,
                     *       "has_verify_token": false,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Website",
                     *       "on_duplicate": "update",
                     *       "owner": "none",
                     *       "provider": "form",
                     *       "readback": {
                     *         "base_url": "https://graph.facebook.com/v23.0",
                     *         "has_access_token": true
                     *       },
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes no deliveries any more. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allowed_origins": [
                 *         "https://app.example.com"
                 *       ],
                 *       "collaborators": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ],
                 *       "defaults": {
                 *         "kind": "lead",
                 *         "source": "Website",
                 *         "status": "new",
                 *         "tags": [
                 *           "web"
                 *         ]
                 *       },
                 *       "field_map": {
                 *         "Firm": "company"
                 *       },
                 *       "name": "Website",
                 *       "on_duplicate": "update",
                 *       "owner": "none",
                 *       "readback": {
                 *         "access_token": "EAAB…",
                 *         "base_url": "https://graph.facebook.com/v23.0"
                 *       },
                 *       "turnstile_secret": "0x4AAA",
                 *       "verify_token": "a long random text"
                 *     }
                 */
                "application/json": {
                    /** @description Where a browser may be redirected to. */
                    allowed_origins?: string[] | null;
                    /** @description Who works on what comes, too. */
                    collaborators?: string[] | null;
                    /** @description What a new lead starts with. */
                    defaults?: {
                        /**
                         * @example lead
                         * @enum {string|null}
                         */
                        kind?: "lead" | "contact" | "deal" | null;
                        /**
                         * Format: plain-text
                         * @example Website
                         */
                        source?: string | null;
                        /**
                         * Format: plain-text
                         * @example new
                         */
                        status?: string | null;
                        tags?: string[] | null;
                    } | null;
                    /** @description Question id, reference, key or label → lead field, or `fields.<key>`. */
                    field_map?: {
                        [key: string]: string;
                    } | null;
                    /**
                     * Format: plain-text
                     * @example Website
                     */
                    name?: string;
                    /**
                     * @description What happens when there is an open lead with the same e-mail address or phone number.
                     * @example update
                     * @enum {string|null}
                     */
                    on_duplicate?: "update" | "create" | null;
                    /** @description Who owns what comes: a person, the active members of a team by turns; `none` is the pool. */
                    owner?: ("none" | {
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        user_id: string;
                    } | {
                        /**
                         * Format: uuid
                         * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                         */
                        round_robin_team_id: string;
                    }) | null;
                    /** @description For vendors whose deliveries have but the ids of leads. */
                    readback?: {
                        /**
                         * Format: plain-text
                         * @description What answers are asked for with.
                         * @example EAAB…
                         */
                        access_token?: string | null;
                        /**
                         * Format: plain-text
                         * @description Another address than the vendor's own.
                         * @example https://graph.facebook.com/v23.0
                         */
                        base_url?: string | null;
                    } | null;
                    /**
                     * Format: plain-text
                     * @description What the vendor signs with, where it signs.
                     */
                    secret?: string | null;
                    /**
                     * Format: plain-text
                     * @description Checks that a person sent the form: the secret of a Turnstile widget.
                     * @example 0x4AAA
                     */
                    turnstile_secret?: string | null;
                    /**
                     * Format: plain-text
                     * @description What a vendor repeats when the address is set up.
                     * @example a long random text
                     */
                    verify_token?: string | null;
                };
            };
        };
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed_origins": [
                     *         "https://app.example.com"
                     *       ],
                     *       "collaborators": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "defaults": {
                     *         "kind": "lead",
                     *         "source": null,
                     *         "status": null,
                     *         "tags": [
                     *           "web"
                     *         ]
                     *       },
                     *       "field_map": {
                     *         "Firm": "company"
                     *       },
                     *       "has_secret": false,
                     *       "has_turnstile_secret": false,
                     *       "has_verify_token": false,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Website",
                     *       "on_duplicate": "update",
                     *       "owner": "none",
                     *       "provider": "form",
                     *       "readback": {
                     *         "base_url": "https://graph.facebook.com/v23.0",
                     *         "has_access_token": true
                     *       },
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["name_taken"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.recipient_without_lead_access"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @example received */
                status?: components["schemas"]["DeliveryStatus"];
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "body": "{\"name\":\"Ann\"}",
                     *           "body_encoding": "text",
                     *           "body_truncated": false,
                     *           "code": null,
                     *           "content_type": "application/json",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "received_at": "2026-05-01T09:30:00.000Z",
                     *           "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "source_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "status": "received"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateSourceKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The source with its new address. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed_origins": [
                     *         "https://app.example.com"
                     *       ],
                     *       "capture_url": "https://leads.example.com/v1/capture/2f7c…",
                     *       "collaborators": [
                     *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *       ],
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "defaults": {
                     *         "kind": "lead",
                     *         "source": null,
                     *         "status": null,
                     *         "tags": [
                     *           "web"
                     *         ]
                     *       },
                     *       "field_map": {
                     *         "Firm": "company"
                     *       },
                     *       "has_secret": false,
                     *       "has_turnstile_secret": false,
                     *       "has_verify_token": false,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Website",
                     *       "on_duplicate": "update",
                     *       "owner": "none",
                     *       "previous_key_valid_until": "2026-05-01T09:30:00.000Z",
                     *       "provider": "form",
                     *       "readback": {
                     *         "base_url": "https://graph.facebook.com/v23.0",
                     *         "has_access_token": true
                     *       },
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["RotatedSource"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    testSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example anything */
                "application/json": unknown;
                /**
                 * @example {
                 *       "key": "anything"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "key": "anything"
                 *     }
                 */
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What it would become. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answers": {
                     *         "key": "anything"
                     *       },
                     *       "code": "no_contact_details",
                     *       "lead": {
                     *         "key": "anything"
                     *       },
                     *       "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "status": "created",
                     *       "submissions": [
                     *         {
                     *           "answers": {
                     *             "key": "anything"
                     *           },
                     *           "code": "no_contact_details",
                     *           "lead": {
                     *             "key": "anything"
                     *           },
                     *           "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "status": "created"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TestedBody"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /**
                 * @description `me`, which is what it is when nothing is said, or a person's id.
                 * @example me
                 */
                assignee?: string;
                /** @example open */
                status?: components["schemas"]["TaskStatus"];
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "assignee": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "author": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "done_at": null,
                     *           "due_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "lead": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "kind": "lead",
                     *             "name": "Müller GmbH"
                     *           },
                     *           "status": "open",
                     *           "title": "Send the offer",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "done_at": null,
                     *       "due_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "status": "open",
                     *       "title": "Send the offer",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add_collaborator": false,
                 *       "assignee_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                 *       "due_at": "2026-05-01T09:30:00.000Z",
                 *       "status": "open",
                 *       "title": "Send the offer"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether an assignee without access becomes a collaborator, if the caller may do that.
                     * @example false
                     */
                    add_collaborator?: boolean | null;
                    /**
                     * Format: uuid
                     * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                     */
                    assignee_id?: string | null;
                    /**
                     * Format: date-time
                     * @description When the assignee is reminded, once.
                     * @example 2026-05-01T09:30:00.000Z
                     */
                    due_at?: string | null;
                    status?: components["schemas"]["TaskStatus"];
                    /**
                     * Format: plain-text
                     * @example Send the offer
                     */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description The task as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "author": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "done_at": null,
                     *       "due_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "lead": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "kind": "lead",
                     *         "name": "Müller GmbH"
                     *       },
                     *       "status": "open",
                     *       "title": "Send the offer",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_owner.record_deleted"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.assignee_inactive.assignee_without_access.recipient_inactive.recipient_without_lead_access.recipient_cannot_see"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "member_count": 3,
                     *           "name": "North",
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TeamPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "North"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example North
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The new team. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "member_count": 3,
                     *       "name": "North",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["name_taken.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "member_count": 3,
                     *       "name": "North",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: {
                /** @example true */
                force?: boolean;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["team_in_use"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "North"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: plain-text
                     * @example North
                     */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "member_count": 3,
                     *       "name": "North",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["name_taken"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "added_at": "2026-05-01T09:30:00.000Z",
                     *           "added_by": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "user": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description They are in it. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are not in it. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    askToUnsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /**
                 * @description The end of the link in a letter.
                 * @example o4fIYIfSPzKDp8L3EUjgx7IJKcNO0Vsp
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            400: components["responses"]["invalid_parameter"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The end of the link in a letter.
                 * @example o4fIYIfSPzKDp8L3EUjgx7IJKcNO0Vsp
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "List-Unsubscribe": "One-Click"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    /** @example One-Click */
                    "List-Unsubscribe"?: string;
                };
                /**
                 * @example {
                 *       "List-Unsubscribe": "One-Click"
                 *     }
                 */
                "multipart/form-data": {
                    /** @example One-Click */
                    "List-Unsubscribe"?: string;
                };
            };
        };
        responses: {
            /** @description They get no more mail. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            400: components["responses"]["invalid_parameter.invalid_header"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
                /**
                 * @description The beginnings of a name's words, or of an e-mail address.
                 * @example ann
                 */
                q?: string;
                /** @example true */
                active?: boolean;
                /**
                 * @description Only this team's members.
                 * @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e
                 */
                team?: string;
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "active": true,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "email": "ann@example.com",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "Ann Able",
                     *           "role": "agent",
                     *           "teams": [
                     *             {
                     *               "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "name": "North"
                     *             }
                     *           ],
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "name": "Ann Able",
                 *       "role": "agent",
                 *       "team_ids": [
                 *         "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example ann@example.com
                     */
                    email: string;
                    /**
                     * Format: plain-text
                     * @example Ann Able
                     */
                    name: string;
                    /**
                     * Format: plain-text
                     * @description The name of a role, unique in the organisation: `owner`, `admin`, `agent`, or one of the organisation's own.
                     * @example agent
                     */
                    role: string;
                    team_ids?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The new person. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "email": "ann@example.com",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Ann Able",
                     *       "role": "agent",
                     *       "teams": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "North"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["email_taken.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "email": "ann@example.com",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Ann Able",
                     *       "role": "agent",
                     *       "teams": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "North"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true,
                 *       "name": "Ann Able",
                 *       "role": "agent"
                 *     }
                 */
                "application/json": {
                    /** @example true */
                    active?: boolean;
                    /**
                     * Format: plain-text
                     * @example Ann Able
                     */
                    name?: string;
                    /**
                     * Format: plain-text
                     * @description The name of a role, unique in the organisation: `owner`, `admin`, `agent`, or one of the organisation's own.
                     * @example agent
                     */
                    role?: string;
                };
            };
        };
        responses: {
            /** @description The person as they are now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "email": "ann@example.com",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "name": "Ann Able",
                     *       "role": "agent",
                     *       "teams": [
                     *         {
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "name": "North"
                     *         }
                     *       ],
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["last_owner"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "expires_at": null,
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "last_used_at": "2026-05-01T09:30:00.000Z",
                     *           "name": "Nightly import",
                     *           "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00.000Z",
                 *       "name": "Nightly import"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends: from this very millisecond on it gives nothing. It must be in the future.
                     * @example 2027-01-01T00:00:00.000Z
                     */
                    expires_at?: string | null;
                    /**
                     * Format: plain-text
                     * @example Nightly import
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The new key. Its secret is shown this once. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "expires_at": null,
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "last_used_at": "2026-05-01T09:30:00.000Z",
                     *       "name": "Nightly import",
                     *       "secret": "lr_8sX2…",
                     *       "user_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.recipient_inactive.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempted_at": "2026-05-01T09:30:00.000Z",
                     *       "attempts": 1,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "duration_ms": 120,
                     *       "error": null,
                     *       "event": "lead.updated",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "next_attempt_at": null,
                     *       "payload": {
                     *         "data": {
                     *           "changed": [
                     *             "phone"
                     *           ],
                     *           "kind": "lead",
                     *           "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "seq": 7
                     *         },
                     *         "timestamp": "2026-05-01T09:30:00.000Z",
                     *         "type": "lead.updated"
                     *       },
                     *       "response_status": 204,
                     *       "status": "delivered",
                     *       "webhook_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The delivery, which is pending again. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempted_at": "2026-05-01T09:30:00.000Z",
                     *       "attempts": 1,
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "duration_ms": 120,
                     *       "error": null,
                     *       "event": "lead.updated",
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "next_attempt_at": null,
                     *       "payload": {
                     *         "data": {
                     *           "changed": [
                     *             "phone"
                     *           ],
                     *           "kind": "lead",
                     *           "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "seq": 7
                     *         },
                     *         "timestamp": "2026-05-01T09:30:00.000Z",
                     *         "type": "lead.updated"
                     *       },
                     *       "response_status": 204,
                     *       "status": "delivered",
                     *       "webhook_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["not_failed.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "acts_as": {
                     *             "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *             "name": "Ann Able"
                     *           },
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "disabled_reason": null,
                     *           "enabled": true,
                     *           "events": [
                     *             "lead.updated"
                     *           ],
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "previous_secret_valid_until": null,
                     *           "updated_at": "2026-05-01T09:30:00.000Z",
                     *           "url": "https://hooks.example.com/leadroom",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         "lead.created",
                 *         "lead.updated"
                 *       ],
                 *       "url": "https://hooks.example.com/leadroom"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default true
                     * @example true
                     */
                    enabled?: boolean | null;
                    events: components["schemas"]["WebhookEvent"][];
                    /**
                     * Format: plain-text
                     * @description By https, to a public name, and to port 443 or one above 1023. An address of a private network is refused, and so is a name that stands for one when something is to be sent.
                     * @example https://hooks.example.com/leadroom
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description The new webhook. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acts_as": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "disabled_reason": null,
                     *       "enabled": true,
                     *       "events": [
                     *         "lead.updated"
                     *       ],
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "previous_secret_valid_until": null,
                     *       "secret": "lr_8sX2…",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "url": "https://hooks.example.com/leadroom",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            409: components["responses"]["limit_reached.idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /** @example "7" */
                "If-None-Match"?: components["schemas"]["Version"];
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acts_as": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "disabled_reason": null,
                     *       "enabled": true,
                     *       "events": [
                     *         "lead.updated"
                     *       ],
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "previous_secret_valid_until": null,
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "url": "https://hooks.example.com/leadroom",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description You have this version already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It sends nothing any more. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            413: components["responses"]["content_too_large"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @example "7" */
                "If-Match"?: components["schemas"]["Version"];
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "events": [
                 *         "lead.updated"
                 *       ],
                 *       "url": "https://hooks.example.com/leadroom"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Switching it on again lets it send what happens from then on; what failed meanwhile can be replayed.
                     * @example true
                     */
                    enabled?: boolean;
                    events?: components["schemas"]["WebhookEvent"][];
                    /**
                     * Format: plain-text
                     * @description By https, to a public name, and to port 443 or one above 1023. An address of a private network is refused, and so is a name that stands for one when something is to be sent.
                     * @example https://hooks.example.com/leadroom
                     */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acts_as": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "disabled_reason": null,
                     *       "enabled": true,
                     *       "events": [
                     *         "lead.updated"
                     *       ],
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "previous_secret_valid_until": null,
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "url": "https://hooks.example.com/leadroom",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            412: components["responses"]["edit_conflict"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @example delivered */
                status?: components["schemas"]["WebhookDeliveryStatus"];
                /** @example 50 */
                limit?: components["schemas"]["Limit"];
                /** @example WyJ1c2VycyIsMV0 */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "attempted_at": "2026-05-01T09:30:00.000Z",
                     *           "attempts": 1,
                     *           "created_at": "2026-05-01T09:30:00.000Z",
                     *           "duration_ms": 120,
                     *           "error": null,
                     *           "event": "lead.updated",
                     *           "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *           "next_attempt_at": null,
                     *           "payload": {
                     *             "data": {
                     *               "changed": [
                     *                 "phone"
                     *               ],
                     *               "kind": "lead",
                     *               "record_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *               "seq": 7
                     *             },
                     *             "timestamp": "2026-05-01T09:30:00.000Z",
                     *             "type": "lead.updated"
                     *           },
                     *           "response_status": 204,
                     *           "status": "delivered",
                     *           "webhook_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_parameter"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                "x-d1-bookmark"?: string;
                /**
                 * @description Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.
                 * @example 6f9619ff-8b86-d011-b42d-00cf4fc964ff
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The webhook with its new secret. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acts_as": {
                     *         "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *         "name": "Ann Able"
                     *       },
                     *       "created_at": "2026-05-01T09:30:00.000Z",
                     *       "disabled_reason": null,
                     *       "enabled": true,
                     *       "events": [
                     *         "lead.updated"
                     *       ],
                     *       "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
                     *       "previous_secret_valid_until": null,
                     *       "secret": "lr_8sX2…",
                     *       "updated_at": "2026-05-01T09:30:00.000Z",
                     *       "url": "https://hooks.example.com/leadroom",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["malformed_json.invalid_parameter.invalid_header"];
            401: components["responses"]["unauthenticated.user_inactive"];
            403: components["responses"]["forbidden.cross_origin"];
            404: components["responses"]["not_found"];
            409: components["responses"]["idempotency_key_in_use"];
            413: components["responses"]["content_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed.idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["unavailable"];
        };
    };
}
