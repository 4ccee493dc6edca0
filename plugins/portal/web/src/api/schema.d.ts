// Generated from the server's OpenAPI document by `npm run api`; not to be edited.
export interface paths {
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My absences, and those in which I stand in, the latest first. */
        get: operations["list_absences"];
        put?: never;
        /** Say when I am away and who stands in; the substitute is told at once. */
        post: operations["register_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One absence that concerns me. */
        get: operations["show_absence"];
        put?: never;
        post?: never;
        /** Take an absence back: one that has begun ends now, one to come is gone. */
        delete: operations["end_absence"];
        options?: never;
        head?: never;
        /** Change an absence that is not over: sooner, later, somebody else, something else. */
        patch: operations["change_absence"];
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My appointments that are still to come or under way, the next first; at most 200. */
        get: operations["my_appointments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment that concerns me. */
        get: operations["show_appointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an appointment that is still to come: who is invited is told, and the invitation's sequence rises. */
        patch: operations["change_appointment"];
        trace?: never;
    };
    "/api/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an appointment: who is invited is told, and the invitation becomes a cancellation. */
        post: operations["cancel_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/invitation.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An appointment for my calendar (RFC 5545): a request while it takes place, a
         *     cancellation when it does no more. Its UID stays, its sequence rises.
         */
        get: operations["download_invitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file up. It is mine alone for a day; then it is gone, unless a form,
         *     a comment or a ticket names it.
         */
        post: operations["upload_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a file: my own, or one of a ticket that I see. */
        get: operations["show_attachment"];
        put?: never;
        post?: never;
        /** Take a file of mine away that is not used yet. What is used stays with its ticket. */
        delete: operations["remove_attachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in a file. It is always a download, and never run: whoever opens it
         *     in a browser gets it sandboxed.
         */
        get: operations["download_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The desk-wide log, the newest first: sign-ins, tokens, releases, absences, exports. */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The replies that I may use, by name; with a ticket those that fit it. */
        get: operations["list_canned_replies"];
        put?: never;
        /**
         * Write a reply: one's own by whoever handles tickets; for a group or for all by those who look after
         *     the process or its knowledge. What stands in braces is one of: number, title, item, priority, group, location,
         *     requester.name, requester.username, requested_for.name, owner.name, assignee.name, agent.name, agent.email,
         *     agent.phone, respond_due, resolve_due, resolution.
         */
        post: operations["create_canned_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reply with its texts. */
        get: operations["show_canned_reply"];
        put?: never;
        post?: never;
        /** Take a reply away. */
        delete: operations["remove_canned_reply"];
        options?: never;
        head?: never;
        /** Change a reply. */
        patch: operations["change_canned_reply"];
        trace?: never;
    };
    "/api/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I may ask for, for myself or on behalf of somebody. What no other item
         *     fits is asked for by the one that stands last, and that any search finds.
         */
        get: operations["list_catalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories of what I may ask for, in my language. */
        get: operations["list_categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item: its form as JSON Schema, how to draw it, and its version. */
        get: operations["show_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/{item}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why somebody may ask for an item, or may not: I myself and my reports, for
         *     staff anybody.
         */
        get: operations["explain_access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/{item}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a filled form would come to: who will be asked, what it costs, when it
         *     is due; under `files`, what it would come to with texts that are not published
         *     yet. Writes nothing.
         */
        post: operations["preview_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One comment; for staff with what it said before. */
        get: operations["show_comment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what I said, within the time that the policy gives; what it said before is kept for staff to read. */
        patch: operations["edit_comment"];
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have begun to write, the latest first, without what it says. */
        get: operations["list_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Something that I have begun to write. */
        get: operations["show_draft"];
        /** Keep what I have written so far, in place of what was kept under that key. */
        put: operations["keep_draft"];
        post?: never;
        /** Take a draft away: it was sent, or is not wanted any more. */
        delete: operations["remove_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates to begin an item with, in my language. */
        get: operations["list_gallery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gallery/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One template with its files by path, ready for `PUT /releases`. Translations
         *     are to be joined with those that are there.
         */
        get: operations["show_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All groups with their members, by name; for staff. */
        get: operations["list_groups"];
        put?: never;
        /** Make a group; for admins. It is there for whatever is decided from then on. */
        post: operations["create_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group with its members; for staff. */
        get: operations["show_group"];
        put?: never;
        post?: never;
        /** Dissolve a group; for admins. Not while work lies with it or the published content names it. */
        delete: operations["dissolve_group"];
        options?: never;
        head?: never;
        /** Change a group; for admins. */
        patch: operations["change_group"];
        trace?: never;
    };
    "/api/v1/groups/{name}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much work lies with a group and with each of its members; for staff. */
        get: operations["load_of_group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open steps that wait for me. */
        get: operations["inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/known": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open incidents and problems that the desk says all may know of. */
        get: operations["list_known"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs in force, and the tickets that open themselves, with their last runs. */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a job now, once, beside its schedule. */
        post: operations["run_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{name}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of a job, the newest first; the last 500 are kept. */
        get: operations["list_job_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The codes of the policy with their words: reasons to hold, to return, to reject, to close. */
        get: operations["find_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups by a part of their name. */
        get: operations["find_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup/lists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of a published list. */
        get: operations["find_in_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Locations by a part of their name. */
        get: operations["find_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by a part of their name, username or department. */
        get: operations["find_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am: name, roles, groups, language, time zone. */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change in which language and in which time zone I am shown things. */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password. All my sessions end, this one too; API tokens stay. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages kept for me, newest first. */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark my messages as read, all up to the one that I saw last. */
        post: operations["read_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one of my messages as read; the first time counts. */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What wanted to leave the desk and was kept back or redirected, the newest
         *     first: messages and calls for admins and auditors, calls for integrators.
         */
        get: operations["list_outgoing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outgoing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One thing that was kept back on its way out. */
        get: operations["show_outgoing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plugins in force: what each provides and may reach, and which of its calls do not arrive. */
        get: operations["list_plugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says as JSON what a text of policy.toml says. Whether its rules are sound is told by `POST /releases/check`. Writes
         *     nothing.
         */
        post: operations["read_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What policy.toml may say, as a JSON Schema (2020-12). `x-names` tells what a text names (a `group`, a `calendar`, a
         *     `span` of time), `x-also` what it may be besides, `x-toml` a day or a moment that TOML writes without quotes.
         */
        get: operations["show_policy_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes rules into a text of policy.toml: what does not change keeps its place, its layout and its comments. The text
         *     is the answer; it is published with `PUT /releases`.
         */
        post: operations["write_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My queues and the views that I see, each with its count, in one call. */
        get: operations["list_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The releases, newest first. */
        get: operations["list_releases"];
        /** Publish files: all of them at once, or none. What does not pass the check is refused. */
        put: operations["publish_release"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing these files would be refused for, and what it would warn of. Writes nothing. */
        post: operations["check_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/current/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file in force with its text. `PUT /releases` publishes another one, where it is `editable`. */
        get: operations["show_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/current/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files in force, by path: forms, scripts, scenarios, lists, translations, jobs, the policy, plugins. */
        get: operations["list_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that were changed through the API since a content folder published them. */
        get: operations["list_drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposed releases, the newest first. */
        get: operations["list_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposed release: what it would change, and what that would mean for open tickets now. */
        get: operations["show_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish what somebody else proposed. It is checked again against what is in force now. */
        post: operations["approve_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject what somebody else proposed. */
        post: operations["reject_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what I proposed. */
        post: operations["withdraw_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One release with what it changed. */
        get: operations["show_release"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the whole set of an earlier release again, as a new one. */
        post: operations["roll_back_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/forms/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form of tasks and questions, with its text. */
        get: operations["show_form"];
        /** Publish a form of tasks and questions. */
        put: operations["publish_form"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/forms/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts that a form of tasks and questions had, newest first. */
        get: operations["list_form_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/forms/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text that a form of tasks and questions had, by its hash. */
        get: operations["show_former_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form of a catalog item, with its text. */
        get: operations["show_schema"];
        /** Publish the form of a catalog item. Open tickets keep the form that they were submitted with. */
        put: operations["publish_schema"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts that the form of a catalog item had, newest first. */
        get: operations["list_schema_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text that the form of a catalog item had, by its hash. */
        get: operations["show_former_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in. */
        post: operations["sign_in"];
        /** Sign out. */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/bulk-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer many steps at once: each answer is on record by itself. */
        post: operations["answer_steps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One step. */
        get: operations["show_step"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody else sign as well. */
        post: operations["add_signer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a step: vote, confirm, report. */
        post: operations["answer_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a task, or the work on the ticket, of a group that you belong to. What somebody else has taken wants a reason. */
        post: operations["claim_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody who has no vote for an opinion. */
        post: operations["consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a task done again. */
        post: operations["reopen_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again what went wrong at a step: a plugin call at once, a task or another ticket anew; for the ticket's owner
         *     and admins.
         */
        post: operations["retry_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back, with a reason and a suggestion. */
        post: operations["return_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass a step over: a plugin call, a wait or a task; for the ticket's owner and admins. */
        post: operations["skip_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand your seat, or your task, on to somebody else. */
        post: operations["transfer_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind those who are silent. */
        post: operations["urge_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/steps/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take my vote back while the approval is open; I may vote again. */
        post: operations["withdraw_vote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens on tickets that I may see, as it happens. Each event's `id` is its place in the
         *     log: who comes again with it as `Last-Event-ID` misses nothing. It ends with
         *     the session and when the caller's roles or groups change.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets that I may see. */
        get: operations["list_tickets"];
        put?: never;
        /** Ask for something of the catalog. */
        post: operations["submit_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for several things, or for one thing for many people; each is a ticket
         *     of its own. What is wrong in any line keeps all from being submitted; a repeat under
         *     the same key goes on where an earlier call was cut off.
         */
        post: operations["submit_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do the same to many tickets: each is allowed or refused by its own rules. */
        post: operations["bulk_tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets of a list as text with commas, times by the clock of my zone. */
        get: operations["export_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets of a list as a workbook, times by the clock of my zone. */
        get: operations["export_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about a ticket at one glance: the ticket, and under `around` its open steps, what was said last,
         *     files, appointments, and for staff what else the person has open.
         */
        get: operations["show_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields; a changed form begins a new run. */
        patch: operations["change_ticket"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An agent takes a new ticket and answers for it from now on. */
        post: operations["accept_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has said that it hits them as well; for staff. */
        get: operations["list_affected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The appointments of a ticket, for staff, who asked, and who is invited. */
        get: operations["list_appointments"];
        put?: never;
        /**
         * Make an appointment for a ticket. Who is invited gets an invitation for their
         *     calendar, and sees the appointment even where they do not see the ticket.
         */
        post: operations["make_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it to a group or a handler. */
        post: operations["assign_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a ticket, in the order in which they came; internal ones only for staff. */
        get: operations["list_attachments"];
        put?: never;
        /** Put a file that I sent up on a ticket, on a closed one, too. */
        post: operations["attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is no longer wanted. From the point that the policy names on this is a
         *     wish, which its owner answers.
         */
        post: operations["cancel_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/canned-replies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A reply with what the ticket says in its placeholders' places, in the language of who asked. Writes nothing. */
        post: operations["render_canned_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the result. */
        post: operations["close_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said on a ticket, oldest first; internal notes only for staff. */
        get: operations["list_comments"];
        put?: never;
        /** Say something on a ticket, on a closed one, too. */
        post: operations["add_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I would send to ask for the same again, after a rejection, too; and what of it does not fit any more. */
        get: operations["copy_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/correction/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a correction of the form, or another item, would mean for what was answered. Writes nothing. */
        post: operations["preview_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the work up, or tell a manager. */
        post: operations["escalate_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of a ticket, oldest first. */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a ticket stands as it does: what it waits for and what would move it on,
         *     or how approvers, assignee, priority, due times or price came about.
         */
        get: operations["explain_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that who asked was called after the resolution, or could not be reached. */
        post: operations["record_follow_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it rest for a while, for a reason. */
        post: operations["hold_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a ticket has to do with: tickets that I see, and for staff things outside. */
        get: operations["list_links"];
        put?: never;
        /** Say what a ticket has to do with: another one, or a thing outside. */
        post: operations["link_ticket"];
        /** Take a link away, from either side. */
        delete: operations["unlink_ticket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/me-too": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a known incident or problem hits me as well: I am told when it is over. */
        post: operations["join_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it as a duplicate: it goes on in another, and its people come along. */
        post: operations["merge_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another agent answer for it. */
        post: operations["hand_over_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how satisfied you are, once. */
        post: operations["rate_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it another catalog item: its form, its workflow, its service level. */
        post: operations["reclassify_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it up again: it was not done after all. */
        post: operations["reopen_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report the result. */
        post: operations["resolve_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/restrict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the ticket to all staff but a group: it is confidential from now on. Who asked, whom it is for, its
         *     owner, its handler and who is asked for something go on seeing it; where the caller does not, 204.
         */
        post: operations["restrict_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An admin lets a stuck ticket's workflow go on. */
        post: operations["resume_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its owner, with a reason and a suggestion. */
        post: operations["return_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a part of it a ticket of its own, for the same people. */
        post: operations["split_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The steps of a ticket, in the order of their opening. */
        get: operations["list_steps"];
        put?: never;
        /** Ask for an approval, a confirmation of cost, a piece of work or an answer. */
        post: operations["open_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/unhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work on it goes on. */
        post: operations["unhold_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/unrestrict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a confidential ticket to all staff again. The service request manager and admins may without seeing it first. */
        post: operations["unrestrict_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/watchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who watches a ticket; staff see all, others whether they do. */
        get: operations["list_watchers"];
        put?: never;
        /** Watch a ticket, or let somebody else watch it: they see it from then on, and are told what becomes of it. */
        post: operations["add_watcher"];
        /** Watch a ticket no more, or let somebody else watch it no more. */
        delete: operations["remove_watcher"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work on a ticket by the time when it was done, oldest first; for staff. */
        get: operations["list_work"];
        put?: never;
        /**
         * Write down how long I worked on a ticket; for staff, on closed tickets, too.
         *     It never conflicts with what others do.
         */
        post: operations["log_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My API tokens, without their secrets. */
        get: operations["list_tokens"];
        put?: never;
        /** Make an API token for a program that acts for me. */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of my API tokens. */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by username, those who left included; for admins, service request managers and auditors. */
        get: operations["list_users"];
        put?: never;
        /** Add a person; for admins. The password is made up here and told this once. */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own record; anybody's for admins, service request managers and auditors. */
        get: operations["show_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person's record; for admins. `active: false` ends their sessions; what waits for them goes to others. */
        patch: operations["change_user"];
        trace?: never;
    };
    "/api/v1/users/{username}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much work lies with a person; one's own, or anybody's for staff. */
        get: operations["load_of_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a person a new password, made up here and told this once; for admins. Their sessions end. */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Views that I see: mine, those of my groups, those of everybody; by name. */
        get: operations["list_views"];
        put?: never;
        /** Keep a list under a name, for myself, a group or everybody. */
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One view. */
        get: operations["show_view"];
        put?: never;
        post?: never;
        /** Take a view away. */
        delete: operations["remove_view"];
        options?: never;
        head?: never;
        /** Change a view: its name, what it shows, who else sees it. */
        patch: operations["change_view"];
        trace?: never;
    };
    "/api/v1/work/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of the work log, with what it said before; for staff. */
        get: operations["show_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct an entry of mine, within the time that the policy gives; what it said before is kept.
         *     Later, an entry of its own takes back what was too much.
         */
        patch: operations["correct_work"];
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workflows in force. */
        get: operations["list_workflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One workflow with its text. */
        get: operations["show_workflow"];
        /** Publish a new text of a workflow. Open tickets keep theirs, unless `migrate` says otherwise. */
        put: operations["publish_workflow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a new text would mean for the tickets that are under way. Writes nothing. */
        post: operations["plan_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the scenarios of a workflow, against what is in force or files that are not published yet. Writes nothing. */
        post: operations["try_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts that a workflow had, newest first. */
        get: operations["list_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text that a workflow had, by its hash or by the version that tickets are pinned to. */
        get: operations["show_former_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives; if not, start it again. */
        get: operations["is_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can work: the database answers, content is in force. */
        get: operations["is_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus. */
        get: operations["figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the code of a problem or of a fault means. */
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rate/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind the link of an invitation. Needs no sign-in and changes nothing. */
        get: operations["show_invitation"];
        put?: never;
        /** Say how satisfied you are, by the link of an invitation, once. Needs no sign-in. A form is answered by a page. */
        post: operations["rate_by_link"];
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
        /**
         * Format: uuid
         * @description An absence's id.
         */
        AbsenceId: string;
        /** @description Body of `PATCH /absences/{id}`: what is absent stays. */
        AbsencePatch: {
            from?: components["schemas"]["Time"] | null;
            scope?: components["schemas"]["Scope"] | null;
            /** @description Username of who stands in. */
            substitute?: string | null;
            to?: components["schemas"]["Time"] | null;
        };
        /** @description One absence. */
        AbsenceView: {
            /** @description From this moment. */
            from: components["schemas"]["Time"];
            /** @description Id. */
            id: components["schemas"]["AbsenceId"];
            /** @description Who is away. */
            person: components["schemas"]["PersonView"];
            /** @description When. */
            registered_at: components["schemas"]["Time"];
            /** @description Who registered it. */
            registered_by: components["schemas"]["PersonView"];
            /** @description For what; an empty list narrows nothing. */
            scope: components["schemas"]["Scope"];
            /** @description `planned`, `current` or `over`. */
            state: string;
            /** @description Who stands in. */
            substitute: components["schemas"]["PersonView"];
            /** @description Until this moment. */
            to: components["schemas"]["Time"];
        };
        /** @description What somebody may do with an item, and why. */
        AccessView: {
            /** @description Every rule that has to do with them; one that refuses wins. */
            because: components["schemas"]["Because"][];
            /** @description The item's name. */
            item: string;
            /** @description Whether it may be asked for, for them. */
            may_ask: boolean;
            /** @description Whether they see it. */
            may_see: boolean;
            /** @description Whether the caller may ask for something on their behalf. */
            on_behalf: boolean;
            /** @description Whom this is about, by username. */
            user: string;
        };
        /**
         * @description What the desk-wide log tells, `noun.past`. Public for ever.
         * @enum {string}
         */
        Action: "session.begun" | "session.refused" | "session.ended" | "token.made" | "token.revoked" | "release.published" | "absence.registered" | "absence.changed" | "absence.dropped" | "person.added" | "person.changed" | "password.set" | "password.changed" | "group.made" | "group.changed" | "group.dissolved" | "person.forgotten" | "job.started" | "tickets.exported";
        /** @description Who did something: a person by key, anything else by name. */
        Actor: {
            /** @description A person's key, or the name of the job, item, plugin or timer. */
            id: string;
            /** @description Name as shown. */
            name: string;
            /** @description The key of the person who was stood in for. */
            on_behalf_of?: string | null;
            /** @description The name of the API token that was used. */
            token?: string | null;
            /** @description What kind of party. */
            type: components["schemas"]["ActorType"];
        };
        /**
         * @description What kind of party acts.
         * @enum {string}
         */
        ActorType: "person" | "job" | "workflow" | "plugin" | "system";
        /** @description Body of `add`. */
        AddSigner: {
            /** @description What is said to them. */
            comment?: string | null;
            /** @description Username of who must sign as well. */
            user: string;
            /** @description `before`: my yes counts only after theirs. `after`: it is settled only when they have said yes too. */
            where: string;
        };
        /** @description Somebody whom a ticket hits as well. */
        AffectedView: {
            /** @description Said at. */
            at: components["schemas"]["Time"];
            /** @description What they said with it. */
            note?: string | null;
            /** @description Who. */
            person: components["schemas"]["PersonView"];
        };
        /**
         * @description What kind of program somebody used, as it says itself.
         * @enum {string}
         */
        Agent: "browser" | "mobile" | "program";
        /** @description An answered step of the present run. */
        AnsweredStep: {
            /** @description Who answered it; of an approval who said yes. */
            by: components["schemas"]["PersonView"][];
            /** @description What it is. */
            kind: components["schemas"]["RowKind"];
            /** @description Its name. */
            name: string;
            /** @description The step's id. */
            step: components["schemas"]["StepId"];
        };
        /**
         * Format: uuid
         * @description An appointment's id.
         */
        AppointmentId: string;
        /** @description Body of `PATCH /appointments/{id}`: what is absent stays. */
        AppointmentPatch: {
            end?: components["schemas"]["Time"] | null;
            /** @description What else is to be known. */
            note?: string | null;
            /** @description Usernames of who is invited from now on. */
            people?: string[] | null;
            /** @description Where. */
            place?: string | null;
            start?: components["schemas"]["Time"] | null;
            /** @description What it is about. */
            title?: string | null;
            /** @description The IANA zone of the place. */
            zone?: string | null;
        };
        /** @description An appointment. */
        AppointmentView: {
            /** @description Whether it takes place for the caller no more. */
            cancelled: boolean;
            /** @description Last changed at. */
            changed_at: components["schemas"]["Time"];
            /** @description Until. */
            end: components["schemas"]["Time"];
            /** @description Id. */
            id: components["schemas"]["AppointmentId"];
            /** @description Where its invitation is, for calendars. */
            invitation: string;
            /** @description What else is to be known. */
            note?: string | null;
            /** @description Who invites. */
            organizer: components["schemas"]["PersonView"];
            /** @description Who is invited. */
            people: components["schemas"]["PersonView"][];
            /** @description Where. */
            place?: string | null;
            /** @description Why it was cancelled. */
            reason?: string | null;
            /**
             * Format: int32
             * @description Rises with each change.
             */
            sequence: number;
            /** @description From. */
            start: components["schemas"]["Time"];
            /**
             * @description The number of the ticket that it is for.
             * @example SR-000123
             */
            ticket: string;
            /** @description What it is about. */
            title: string;
            /** @description The IANA zone of the place. */
            zone: string;
        };
        /** @description What else is to be known of a ticket. */
        AroundView: {
            /** @description Appointments that concern the caller and are not over. */
            appointments: components["schemas"]["AppointmentView"][];
            /**
             * Format: int64
             * @description How many files there are for the caller.
             */
            attachment_count: number;
            /** @description The last files, oldest first; internal ones for staff. */
            attachments: components["schemas"]["AttachmentView"][];
            /**
             * Format: int64
             * @description How many comments there are for the caller.
             */
            comment_count: number;
            /** @description The last comments, oldest first; notes for staff. */
            comments: components["schemas"]["CommentView"][];
            /** @description Other tickets of the same person that are not closed, the newest first, those that the caller sees; for staff. */
            others?: components["schemas"]["OtherTicketView"][] | null;
            /** @description The open steps, with what the caller may do to each. */
            steps: components["schemas"]["StepView"][];
            /** @description How many people watch it; for staff. */
            watcher_count?: number | null;
        };
        /** @description Who is asked at a step. */
        Asked: {
            /** @description Names of groups, of which any member may answer. */
            groups?: string[];
            /** @description Usernames. */
            users?: string[];
        };
        /** @description The form that an answer fills in, in the viewer's language. */
        AskedFormView: {
            /** @description As JSON Schema, its fields in the order in which they are asked. */
            schema: Record<string, never>;
            /** @description How to draw it, as react-jsonschema-form reads it. */
            uiSchema: Record<string, never>;
        };
        /** @description The ticket that a step belongs to, as far as who answers reads it in a list. */
        AskedOnView: {
            cost?: components["schemas"]["Cost"] | null;
            /** @description Since when. */
            created_at: components["schemas"]["Time"];
            /** @description Its catalog item. */
            item: string;
            /** @description Its kind. */
            kind: components["schemas"]["Kind"];
            /** @description Its priority. */
            priority: string;
            /** @description For whom. */
            requested_for: components["schemas"]["PersonView"];
            /** @description Who asked. */
            requester: components["schemas"]["PersonView"];
            /** @description Its title. */
            title: string;
        };
        /** @description Body of `assign`. */
        Assign: {
            /** @description Username. */
            assignee?: string | null;
            /** @description Group's name. */
            group?: string | null;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description Body of `POST /tickets/{number}/attachments`. */
        Attach: {
            /** @description The id of a file that was sent up. */
            attachment: string;
            /** @description For staff only. */
            internal?: boolean;
        };
        /**
         * Format: uuid
         * @description A file's id.
         */
        AttachmentId: string;
        /** @description A file. */
        AttachmentView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            comment?: components["schemas"]["CommentId"] | null;
            expires_at?: components["schemas"]["Time"] | null;
            /** @description Its id: what form fields and comments name. */
            id: components["schemas"]["AttachmentId"];
            /** @description For staff only. */
            internal: boolean;
            /** @description What it is served as. */
            media_type: string;
            /** @description What it was called. */
            name: string;
            place?: components["schemas"]["FilePlace"] | null;
            /** @description Hash of its content, in hex. */
            sha256: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description Who sent it up. */
            uploaded_by: components["schemas"]["PersonView"];
        };
        /** @description An entry of the desk-wide log. */
        AuditView: {
            actor?: components["schemas"]["PersonView"] | null;
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Details. */
            data: Record<string, never>;
            /** @description To what: an id, a name. */
            object?: string | null;
            origin?: components["schemas"]["From"] | null;
            /**
             * Format: int64
             * @description Its place in the log.
             */
            position: number;
            /** @description What. */
            type: components["schemas"]["Action"];
        };
        /** @description That a person is away, or will be. */
        AwayView: {
            /** @description From. */
            from: components["schemas"]["Time"];
            /** @description Username of who stands in. */
            substitute?: string | null;
            /** @description Until. */
            to: components["schemas"]["Time"];
        };
        BTreeMap: {
            [key: string]: string[];
        };
        /**
         * @description What a vote says.
         * @enum {string}
         */
        Ballot: "approved" | "rejected";
        /**
         * @description Body of `POST /tickets/batch`: a cart of `lines`, or one `item` for many,
         *     named in `people` or in `csv`.
         */
        Batch: {
            /**
             * @description The same as a table: a header, then a line each; the column `requested_for` names the person, each other one a
             *     field of the form. Columns stand between commas, semicolons or tabs; within a cell `;` stands between the entries
             *     of a list.
             */
            csv?: string | null;
            /** @description What the form says for all of them. */
            form?: Record<string, never>;
            /** @description One item for many people. */
            item?: string | null;
            /** @description A cart: requests as `POST /tickets` takes them. */
            lines?: components["schemas"]["Submit"][];
            parent?: components["schemas"]["Submit"] | null;
            /** @description Their usernames. */
            people?: string[];
        };
        /** @description What became of one request. */
        BatchLine: {
            /** @description The ticket's number. */
            number?: string | null;
            /**
             * @description Where the call says it.
             * @example /people/0
             */
            of: string;
            problem?: components["schemas"]["ProblemDocument"] | null;
            /** @description Its number in a table, from 1. */
            row?: number | null;
        };
        /** @description What became of all of them. */
        BatchMade: {
            /** @description One result each, in the order of the call. */
            items: components["schemas"]["BatchLine"][];
            /** @description The ticket under which they lie. */
            parent?: string | null;
        };
        /** @description One rule that has to do with somebody. */
        Because: {
            /** @description What it does. */
            effect: components["schemas"]["Effect"];
            /** @description Which: `available_to.departments`, `role`. */
            rule: string;
            /** @description The word of it that fits; none where it is the rule as a whole. */
            value?: string | null;
        };
        /** @description What they may do instead of what was declined. */
        BetterWayView: {
            /** @description The catalog item that they may ask for. */
            item?: string | null;
            /** @description In words, in the caller's language. */
            text: string;
        };
        /** @description What became of one of many. */
        BulkResult: {
            /**
             * @description The ticket's number, or the step's id, as sent.
             * @example SR-000123
             */
            of: string;
            problem?: components["schemas"]["ProblemDocument"] | null;
            /**
             * Format: int32
             * @description The HTTP status that a call of its own would have had.
             * @example 200
             */
            status: number;
            /**
             * Format: int64
             * @description The ticket's version after it; absent where it was refused, or done before.
             */
            version?: number | null;
        };
        /** @description What became of all of them, in the order in which they were named. */
        BulkResults: {
            /** @description How many were done. */
            done: number;
            /** @description One result each. */
            items: components["schemas"]["BulkResult"][];
            /** @description How many were refused. */
            refused: number;
        };
        /** @description Body of `cancel`. */
        Cancel: {
            /** @description Why. */
            reason?: string | null;
        };
        /** @description Body of `POST /appointments/{id}/cancel`. */
        CancelAppointment: {
            /** @description Why; who is invited reads it. */
            reason?: string | null;
        };
        /** @description Who asked wants it cancelled, and its owner has not answered yet. */
        CancelWishView: {
            /** @description Since when. */
            at: components["schemas"]["Time"];
            /** @description Who wants it. */
            by: components["schemas"]["PersonView"];
            /** @description Why; for staff and for who wants it. */
            reason?: string | null;
            /** @description The question that the owner answers. */
            step: components["schemas"]["StepId"];
        };
        /** @description Body of `PATCH /canned-replies/{name}`: what is absent stays. */
        CannedReplyPatch: {
            /** @description The category that it is for. */
            category?: string | null;
            /** @description The group that it is for. */
            group?: string | null;
            /** @description The catalog item that it is for. */
            item?: string | null;
            /** @description Language → text; all of them. */
            texts?: {
                [key: string]: string;
            } | null;
            /** @description What it is called by people. */
            title?: string | null;
            visibility?: components["schemas"]["Visibility"] | null;
        };
        /** @description A text that is sent again and again. */
        CannedReplyView: {
            /** @description The category that it is for. */
            category?: string | null;
            /** @description Written at. */
            created_at: components["schemas"]["Time"];
            /** @description Whether the caller may change it. */
            editable: boolean;
            /** @description The group that it is for. */
            group?: string | null;
            /** @description The catalog item that it is for. */
            item?: string | null;
            /** @description What it is called by programs. */
            name: string;
            /** @description Who wrote it. */
            owner: components["schemas"]["PersonView"];
            /** @description Language → text with placeholders. */
            texts: {
                [key: string]: string;
            };
            /** @description What it is called by people. */
            title: string;
            /** @description Last changed at. */
            updated_at: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description Raised by every change.
             */
            version: number;
            /** @description Who may use it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description One line of the catalog. */
        CatalogEntry: {
            /** @description Category. */
            category: string;
            /** @description The category as the caller reads it. */
            category_name: string;
            /** @description Description. */
            description: string;
            /** @description Icon's name. */
            icon?: string | null;
            /** @description The item's name. */
            item: string;
            /** @description Words that find it. */
            keywords: string[];
            /** @description What a ticket of it is. */
            kind: components["schemas"]["Kind"];
            /** @description Whether it came within the last 30 days, and not with the desk itself. */
            new: boolean;
            price?: components["schemas"]["Money"] | null;
            /** @description Title. */
            title: string;
        };
        /** @description One item with its form. */
        CatalogItemView: components["schemas"]["CatalogEntry"] & {
            /** @description The form as JSON Schema, its fields in the order in which they are asked. */
            schema: Record<string, never>;
            /** @description How to draw it, as react-jsonschema-form reads it. */
            uiSchema: Record<string, never>;
            /** @description The form's version, for `item_version`. */
            version: string;
        };
        /** @description A category with what the caller may ask for in it. */
        CategoryEntry: {
            /** @description The category, as items and intake rules say it. */
            category: string;
            /** @description How many items of it the caller may ask for. */
            count: number;
            /** @description As the caller reads it. */
            name: string;
        };
        /** @description Facts of a change. */
        ChangePatch: {
            /** @description How it is taken back. */
            back_out?: string | null;
            /** @description Configuration items that it touches. */
            cis?: string[] | null;
            /** @description Why it is done though changes rest then: for the change manager to say. */
            freeze_reason?: string | null;
            /** @description How it is done. */
            plan?: string | null;
            risk?: components["schemas"]["Risk"] | null;
            /** @description Services that it touches. */
            services?: string[] | null;
            window?: components["schemas"]["Window"] | null;
        };
        /** @description Of a change; for others than staff its window alone. */
        ChangeView: {
            /** @description How it is taken back. */
            back_out?: string | null;
            /** @description Configuration items that it touches. */
            cis?: string[];
            freeze?: components["schemas"]["FreezeView"] | null;
            /**
             * @description Other open changes in the same time on the same things, as far as the viewer sees them; of one ticket, not in
             *     lists.
             */
            overlaps?: components["schemas"]["OverlapView"][] | null;
            /** @description How it is done. */
            plan?: string | null;
            risk?: components["schemas"]["Risk"] | null;
            window?: components["schemas"]["Window"] | null;
        };
        /** @description Body of a step's `claim`. */
        Claim: {
            /** @description Why it is taken over; compulsory where somebody else has taken it. */
            reason?: string | null;
        };
        /** @description Body of `close`. */
        Close: {
            /** @description What they may do instead; compulsory with the reason `out_of_scope` where it was not said before. */
            better_way?: string | null;
            /** @description One of the four; the one to come when absent. */
            closure_code?: string | null;
            /** @description One of policy.toml `[closure_reasons]` under that code. */
            closure_reason?: string | null;
            /** @description The knowledge decision: `create`, `update`, `exists`, `none`; what was decided before when absent. */
            knowledge?: string | null;
            /** @description Remarks. */
            remarks?: string | null;
        };
        /**
         * @description How a closed ticket ended; the handbook's four (rows 60–63).
         * @enum {string}
         */
        ClosureCode: "approval_rejected" | "succeeded" | "failed" | "cancelled_by_user";
        /**
         * @description Codes of problem documents: one enum, listed in the docs, never renamed.
         * @enum {string}
         */
        Code: "unauthenticated" | "wrong_credentials" | "too_many_attempts" | "too_large" | "malformed" | "not_found" | "forbidden" | "cross_site" | "precondition_failed" | "illegal_operation" | "already_voted" | "step_settled" | "changed_since_seen" | "steps_open" | "too_soon" | "follow_up_due" | "already_rated" | "expired" | "too_many" | "too_late" | "already_exists" | "invalid" | "idempotency_key_reused" | "busy" | "unavailable" | "internal" | "method_not_allowed";
        /** @description A code with its words. */
        CodeView: {
            /**
             * @description What is sent.
             * @example budget
             */
            code: string;
            /**
             * @description What people read, in the caller's language.
             * @example No budget
             */
            label: string;
        };
        /** @description The codes of the policy. */
        CodesView: {
            /** @description The channels that the caller may say. */
            channels: string[];
            /** @description The desk's own reasons, each under one closure code. */
            closure_reasons: components["schemas"]["ReasonCodeView"][];
            /** @description Of `close`. */
            closures: components["schemas"]["CodeView"][];
            /** @description The outcomes of an approval that want a code. */
            code_for: string[];
            /** @description The outcomes of an approval that want a comment. */
            comment_for: string[];
            /** @description Groups by their names, as people read them. */
            groups: components["schemas"]["CodeView"][];
            /** @description Of `hold`. */
            holds: components["schemas"]["HoldCodeView"][];
            /** @description The impacts that the caller may say. */
            impacts: components["schemas"]["CodeView"][];
            /** @description Of a rejected approval. */
            rejections: components["schemas"]["CodeView"][];
            /** @description Whether `return` must name one. */
            return_needs_code: boolean;
            /** @description Characters that the reason of a `return` has at least. */
            return_reason_min: number;
            /** @description Of `return`. */
            returns: components["schemas"]["CodeView"][];
            /** @description Roles of the desk and those of the policy. */
            roles: components["schemas"]["CodeView"][];
            /** @description The urgencies that the caller may say. */
            urgencies: components["schemas"]["CodeView"][];
        };
        /**
         * Format: uuid
         * @description A comment's id.
         */
        CommentId: string;
        /** @description Something said on a ticket. */
        CommentView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Who. */
            author: components["schemas"]["PersonView"];
            /** @description Whether it holds, or held, the ticket until who asked replies. */
            awaits_reply?: boolean;
            edited_at?: components["schemas"]["Time"] | null;
            /** @description What it said before, oldest first; for staff, of one comment. */
            history?: components["schemas"]["FormerTextView"][] | null;
            /** @description Id. */
            id: components["schemas"]["CommentId"];
            /** @description For staff only. */
            internal: boolean;
            /** @description Usernames of those who were told that they are mentioned; for staff. */
            mentions?: string[] | null;
            /** @description What. */
            text: string;
        };
        /** @description Body of `consult`. */
        Consult: {
            /** @description What is asked. */
            question: string;
            /** @description Username of whose opinion is wanted. */
            user: string;
        };
        /** @description A contact, as who asks described them. */
        Contact: {
            /** @description Department. */
            department?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description Name; compulsory. */
            name: string;
            /** @description Telephone. */
            phone?: string | null;
        };
        /** @description A former request as the beginning of a new one. */
        Copy: {
            /** @description Description, where there was one. */
            description?: string | null;
            /** @description What of the form does not fit any more. */
            errors: components["schemas"]["FieldError"][];
            /** @description Its number where it is closed: a request that is made of this may name it so. */
            follows?: string | null;
            /** @description The form as it was, without files: they stay with their ticket. */
            form: Record<string, never>;
            /** @description The catalog item. */
            item: string;
            /** @description The version of the form that is in force now. */
            item_version: string;
            /** @description For whom it was, where it was not for the caller. */
            requested_for?: string | null;
            /** @description Title, where it was not the item's. */
            title?: string | null;
        };
        /** @description Body of `PATCH /work/{id}`: what is absent stays. */
        CorrectWork: {
            /**
             * Format: int64
             * @description Minutes.
             */
            minutes?: number | null;
            /** @description What was done. */
            note?: string | null;
            when?: components["schemas"]["Time"] | null;
        };
        /** @description Body of `correction/preview`. */
        Correction: {
            /** @description Fields of the form, merged as `PATCH` does; with `item` the whole form of that item. */
            form: Record<string, never>;
            /** @description The item that the ticket would be reclassified to. */
            item?: string | null;
        };
        /** @description What a correction would mean. Nothing of it has happened. */
        CorrectionView: {
            /** @description Answers that hold. */
            kept: components["schemas"]["AnsweredStep"][];
            /** @description Answers that would be lost. */
            lost: components["schemas"]["LostStep"][];
            /** @description What would be open at once. */
            opens: components["schemas"]["WaitView"][];
            /**
             * Format: int32
             * @description The run that would be the ticket's.
             */
            run: number;
            /** @description Whether the workflow could not go on. */
            stuck: boolean;
            /** @description Calls and tickets that the new run has not come to yet: they hold where they are asked for with the same arguments. */
            undecided: components["schemas"]["AnsweredStep"][];
        };
        /** @description What a ticket costs; every amount a decimal string. */
        Cost: {
            /** @description What was paid. */
            actual?: string | null;
            /** @description What the customer confirmed. */
            confirmed?: string | null;
            /** @description ISO 4217 code. */
            currency: string;
            /** @description By item and form. */
            estimated?: string | null;
            /** @description The lines behind the sums. */
            lines: components["schemas"]["CostLine"][];
        };
        /** @description One line of cost. */
        CostLine: {
            /** @description Estimate or invoice. */
            actual: boolean;
            /** @description How much, as a decimal string. */
            amount: string;
            /** @description Who bears it. */
            cost_centre?: string | null;
            /** @description How often it comes again: such a line is in no sum. */
            every?: string | null;
            /** @description What for. */
            text: string;
        };
        /**
         * @description When the knowledge decision is asked for.
         * @enum {string}
         */
        DecidedWith: "resolved" | "closed";
        /** @description A ticket that the new version cannot go on with. */
        Diverging: {
            /**
             * Format: int32
             * @description The line of the new script; 0 where the whole of it is meant.
             */
            line: number;
            /** @description Its number. */
            number: string;
            /** @description Why, in words. */
            reason: string;
        };
        /**
         * @description By which door somebody came in.
         * @enum {string}
         */
        Door: "session" | "cookie" | "token" | "console" | "none";
        /** @description Something that the caller has begun to write. */
        DraftView: {
            /** @description What was written; absent in lists. */
            data?: unknown;
            /** @description When it goes if nobody touches it. */
            expires_at: components["schemas"]["Time"];
            /**
             * @description For what it is.
             * @example tickets/SR-000123/comment
             */
            key: string;
            /** @description Last written at. */
            updated_at: components["schemas"]["Time"];
        };
        /** @description A file that the API changed since a content folder published it. */
        Drift: {
            /** @description `added`, `changed` or `removed`, as the folder would see it. */
            change: string;
            /** @description Path in the content folder. */
            path: string;
            /** @description The release that did it. */
            release: string;
        };
        /** @description A way from one node to another. */
        Edge: {
            /** @description From the node of this id. */
            from: string;
            /** @description The outcome, `yes` or `no`, the branch; empty where there is one way only. */
            label: string;
            /** @description To the node of this id. */
            to: string;
        };
        /** @description Body of `PATCH /comments/{id}`. */
        EditComment: {
            /** @description What is said instead; what was said stays on record. */
            text: string;
        };
        /**
         * @description What a rule does.
         * @enum {string}
         */
        Effect: "grants" | "refuses" | "shows";
        /** @description Body of `escalate`: functional, the work moves; with `level`, hierarchic, a manager is told. */
        Escalate: {
            /** @description The group that the work moves to; where it is absent only the level rises. */
            group?: string | null;
            /** @description `manager`: the work stays where it is, and who runs the process is told, with who leads the group. */
            level?: string | null;
            /** @description Why. */
            reason: string;
        };
        /**
         * @description What happened, `noun.past`. Public for ever: never renamed, never removed.
         * @enum {string}
         */
        EventType: "ticket.submitted" | "ticket.accepted" | "ticket.assigned" | "ticket.escalated" | "ticket.handed_back" | "ticket.handed_over" | "ticket.resolved" | "ticket.closed" | "ticket.reopened" | "ticket.cancel_asked" | "ticket.cancel_refused" | "ticket.cancelling" | "ticket.changed" | "ticket.held" | "ticket.unheld" | "ticket.staged" | "ticket.restricted" | "ticket.unrestricted" | "ticket.viewed" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.split" | "facts.changed" | "person.affected" | "children.resolved" | "master.resolved" | "ticket.rerun" | "ticket.returned" | "ticket.reclassified" | "ticket.stuck" | "ticket.resumed" | "ticket.migrated" | "sla.set" | "sla.breached" | "sla.warned" | "step.opened" | "step.voted" | "step.withdrawn" | "step.settled" | "step.cancelled" | "step.reminded" | "step.escalated" | "step.substituted" | "step.redirected" | "step.claimed" | "step.handed_back" | "step.transferred" | "step.signer_added" | "step.consulted" | "step.urged" | "step.reopened" | "step.retried" | "delivery.failed" | "call.kept" | "close.withheld" | "follow_up.recorded" | "knowledge.decided" | "rating.asked" | "rating.given" | "comment.added" | "attachment.added" | "comment.edited" | "work.logged" | "work.corrected" | "appointment.made" | "appointment.changed" | "appointment.cancelled" | "appointment.reminded" | "watcher.added" | "watcher.removed" | "cost.added" | "note.added" | "announcement.made" | "knowledge.proposed" | "notice.sent";
        /** @description One entry of the log (contracts.md "An event"). */
        EventView: {
            /** @description Who. */
            actor: components["schemas"]["Actor"];
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Details. */
            data: Record<string, never>;
            origin?: components["schemas"]["From"] | null;
            /**
             * Format: int64
             * @description Its place in the log, from 1.
             */
            seq: number;
            /** @description What happened. */
            type: components["schemas"]["EventType"];
        };
        /** @description An explanation. */
        Explanation: {
            /** @description What it was made of, one line each, in the caller's language. */
            because: string[];
            fault?: components["schemas"]["FaultView"] | null;
            /** @description What is explained. */
            of: components["schemas"]["Of"];
            /** @description As a clerk would say it, in the caller's language. */
            sentence: string;
            /** @description For `wait` and `approver`: each open step. */
            steps: components["schemas"]["StepWhy"][];
            /**
             * @description The ticket's number.
             * @example SR-000123
             */
            ticket: string;
            /**
             * Format: int64
             * @description The ticket's version that is explained.
             */
            version: number;
        };
        /**
         * @description What became of it.
         * @enum {string}
         */
        Fate: "captured" | "redirected";
        /** @description A fault in published content, or why a ticket's script cannot go on. */
        Fault: {
            /**
             * @description Stable code, `syntax`, `unknown_group`, `divergence`, …; each has a help page
             *     (`fault_codes`).
             */
            code: string;
            /**
             * Format: int32
             * @description Column from 1; 0 when the whole line is meant.
             */
            column: number;
            /** @description File of the content folder, `workflows/laptop.rhai`. */
            file: string;
            /** @description What to do, "did you mean …". */
            hint?: string | null;
            /**
             * Format: int32
             * @description Line from 1; 0 when the whole file is meant.
             */
            line: number;
            /** @description In words. */
            message: string;
            /** @description How bad it is: errors alone keep content from being published. */
            severity?: components["schemas"]["Severity"];
        };
        /** @description Why a script cannot go on, and where that is explained. */
        FaultView: components["schemas"]["Fault"] & {
            /**
             * @description Where its code is explained.
             * @example /problems/divergence
             */
            help: string;
        };
        /** @description One error in a body, with a JSON Pointer that starts at the request body. */
        FieldError: {
            /** @description Stable code: `required`, `unknown`, `type`, `enum`, … */
            code: string;
            /** @description In words. */
            message: string;
            /** @description RFC 6901 pointer, `/form/price`. */
            pointer: string;
        };
        /** @description One file that a release changed. */
        FileChange: {
            /** @description `added`, `changed` or `removed`. */
            change: string;
            /** @description Unified diff. */
            diff: string;
            /** @description Path in the content folder. */
            path: string;
        };
        /** @description A file in force. */
        FileEntry: {
            /** @description Whether the caller may publish another text of it. */
            editable: boolean;
            /** @description Hash of its text. */
            hash: string;
            /** @description Path in the content folder. */
            path: string;
            /** @description The release that brought it. */
            release: string;
        };
        /** @description The form that a file is sent in. */
        FileForm: {
            /**
             * Format: binary
             * @description The file.
             */
            file: string;
        };
        /**
         * @description In which part of a ticket a file is used.
         * @enum {string}
         */
        FilePlace: "ticket" | "form" | "step" | "comment";
        /** @description A file in force with its text. */
        FileText: components["schemas"]["FileEntry"] & {
            /** @description Its text. */
            text: string;
        };
        /** @description What the check says of files that are not published. */
        Findings: {
            /** @description What keeps them from being published. */
            faults: components["schemas"]["Fault"][];
            /** @description What is probably not meant so, and what could be said better. */
            warnings: components["schemas"]["Fault"][];
        };
        /** @description States beside the status. */
        Flags: {
            /** @description Cancelled by its requester; the script cleans up. */
            cancelling: boolean;
            /** @description Held with a reason. */
            on_hold: boolean;
            /** @description The script cannot go on until an admin mends it. */
            stuck: boolean;
            /** @description Requested for a very important person. */
            vip: boolean;
        };
        /** @description Body of `follow-up`. */
        FollowUp: {
            /** @description By which channel, `phone`. */
            channel?: string | null;
            /** @description What was said. */
            comment?: string | null;
            /** @description Whether somebody was reached. */
            reached: boolean;
            /** @description Whether they are satisfied with what was done. */
            satisfied?: boolean | null;
        };
        /** @description Follow-up calls since the resolution, the last one in detail. */
        FollowUpView: {
            at?: components["schemas"]["Time"] | null;
            /**
             * Format: int32
             * @description How many attempts there were.
             */
            attempts: number;
            by?: components["schemas"]["PersonView"] | null;
            /** @description By which channel the last was made. */
            channel?: string | null;
            /** @description What was said. */
            comment?: string | null;
            /** @description Whether the owner must call before the ticket is closed. */
            due: boolean;
            /** @description Whether one of them reached somebody. */
            reached: boolean;
            /** @description What they said of the result. */
            satisfied?: boolean | null;
        };
        /** @description What a comment said before it was changed. */
        FormerTextView: {
            /** @description What it said. */
            text: string;
            /** @description Until when. */
            until: components["schemas"]["Time"];
        };
        /** @description What an entry said before it was corrected. */
        FormerWorkView: {
            /**
             * Format: int32
             * @description Minutes.
             */
            minutes: number;
            /** @description What was done. */
            note: string;
            /** @description Until when it said so. */
            until: components["schemas"]["Time"];
            /** @description When it was done. */
            when: components["schemas"]["Time"];
        };
        /** @description A time in which changes rest. */
        FreezeView: {
            /** @description Begins. */
            from: components["schemas"]["Time"];
            /** @description What it is called. */
            name: string;
            /** @description Why it is done all the same. */
            reason?: string | null;
            /** @description Ends. */
            to: components["schemas"]["Time"];
        };
        /** @description From where. */
        From: {
            /**
             * @description The address, as our own proxy says it where there is one.
             * @example 192.0.2.7
             */
            address: string;
            /** @description With what. */
            agent: components["schemas"]["Agent"];
            /** @description By which door. */
            door: components["schemas"]["Door"];
        };
        /** @description A ticket that would go further at once. */
        Further: {
            /** @description Its number. */
            number: string;
            /** @description Names of the steps that would open; none where it would end. */
            steps: string[];
        };
        /** @description What a workflow may come to. */
        Graph: {
            /** @description Ways between them. */
            edges: components["schemas"]["Edge"][];
            /** @description Nodes, in the order in which they were found. */
            nodes: components["schemas"]["Node"][];
        };
        /** @description A group in a picker. */
        GroupEntry: {
            /**
             * Format: int32
             * @description Support line 1 to 3; 0 for no support group.
             */
            line: number;
            /** @description Name. */
            name: string;
        };
        /** @description How much work lies with a group. */
        GroupLoad: {
            /** @description Open tickets by priority. */
            by_priority: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description So many open tickets one member has in hand before others are given the next.
             */
            capacity?: number | null;
            /** @description The group. */
            group: string;
            /** @description Its active members, by username. */
            members: components["schemas"]["PersonLoad"][];
            /**
             * Format: int64
             * @description Those past the time to be resolved by.
             */
            overdue: number;
            /**
             * Format: int64
             * @description Open tickets in its queue.
             */
            tickets: number;
            /**
             * Format: int64
             * @description Those in nobody's hand.
             */
            unassigned: number;
        };
        /** @description Body of `PATCH /groups/{name}` (RFC 7396): what is absent stays. */
        GroupPatch: {
            /** @description The calendar of policy.toml that it works by. */
            calendar?: string | null;
            /**
             * Format: int32
             * @description So many open tickets one member has in hand before others are given the next; `null` for any number.
             */
            capacity?: number | null;
            /** @description The desk of policy.toml that it belongs to. */
            desk?: string | null;
            /** @description Username of who leads it; `null` for nobody. */
            lead?: string | null;
            /**
             * Format: int32
             * @description Support line 1 to 3; 0 for no support group.
             */
            line?: number | null;
            /** @description Usernames of its members: exactly these. */
            members?: string[] | null;
            /** @description By priority the usernames of the members who are given its tickets first: exactly these. */
            priorities?: Record<string, never> | null;
        };
        /** @description A group, as staff see it. */
        GroupView: {
            /** @description The calendar of policy.toml that it works by. */
            calendar?: string | null;
            /**
             * Format: int32
             * @description So many open tickets one member has in hand before others are given the next.
             */
            capacity?: number | null;
            /** @description The desk that it belongs to. */
            desk?: string | null;
            lead?: components["schemas"]["PersonView"] | null;
            /**
             * Format: int32
             * @description Support line 1 to 3; 0 for no support group.
             */
            line: number;
            /** @description Who is in it, by username. */
            members: components["schemas"]["MemberView"][];
            /** @description Name. */
            name: string;
            /** @description By priority the usernames of the members who are given its tickets first. */
            priorities: {
                [key: string]: string[];
            };
        };
        /** @description Body of a step's `return`. */
        HandBack: {
            /** @description One of policy.toml `[returns]`. */
            code?: string | null;
            /** @description Why it is handed back. */
            reason: string;
            /** @description What is suggested instead. */
            suggestion: string;
        };
        /** @description Why a ticket lies with its owner again. */
        HandBackView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Who gave it back. */
            by: components["schemas"]["PersonView"];
            /** @description One of policy.toml `[returns]`. */
            code?: string | null;
            /** @description Why. */
            reason: string;
            /** @description What they suggest. */
            suggestion: string;
        };
        /** @description Body of `owner`. */
        HandOver: {
            /** @description Username of the agent who answers for it from now on. */
            owner: string;
            /** @description Why. */
            reason: string;
        };
        /** @description What the `data` of an event says: that a ticket is another now. */
        Happened: {
            /**
             * @description The ticket's number.
             * @example SR-000123
             */
            number: string;
            /** @description What happened. */
            type: components["schemas"]["EventType"];
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description Body of `hold`. */
        Hold: {
            /** @description One of policy.toml `[[holds]]`. */
            code: string;
            /** @description Why; who asked reads it where an answer of theirs ends the hold. */
            reason?: string | null;
            /** @description When it ends by itself, `2026-12-01T08:00:00Z`. */
            until?: string | null;
        };
        /** @description A reason to hold a ticket. */
        HoldCodeView: components["schemas"]["CodeView"] & {
            /** @description Whether a reply of who asked ends it. */
            ends_on_reply: boolean;
            /** @description Whether its end must be named. */
            needs_until: boolean;
            /** @description Whether the clock to resolve it stands still. */
            pauses: boolean;
        };
        /** @description Why nothing is done on a ticket now. */
        HoldView: {
            /** @description Who held it. */
            by: components["schemas"]["PersonView"];
            /** @description One of policy.toml `[[holds]]`. */
            code: string;
            /** @description What it is called, in the caller's language. */
            label: string;
            /** @description In words; for staff, and for who asked where an answer of theirs ends it. */
            reason?: string | null;
            /** @description Since when. */
            since: components["schemas"]["Time"];
            until?: components["schemas"]["Time"] | null;
        };
        /** @description A step that waits for the caller. */
        InboxEntry: components["schemas"]["StepView"] & {
            /** @description What it is about. */
            on: components["schemas"]["AskedOnView"];
        };
        /** @description Facts of an incident. */
        IncidentPatch: {
            /** @description The configuration item that is broken. */
            ci?: string | null;
            /** @description Whether all are shown that it is known; wants a public title. */
            known?: boolean | null;
            /** @description What it is called there. */
            public_title?: string | null;
            /** @description The service that it hits. */
            service?: string | null;
            /** @description How people help themselves meanwhile; public. */
            workaround?: string | null;
        };
        /** @description Of an incident. */
        IncidentView: {
            /**
             * Format: int32
             * @description How many have said that it hits them as well.
             */
            affected: number;
            /** @description The configuration item that is broken; for staff. */
            ci?: string | null;
            /** @description Whether all are shown that it is known. */
            known: boolean;
            /** @description What it is called there. */
            public_title?: string | null;
            /** @description The service that it hits. */
            service?: string | null;
            /** @description How people help themselves meanwhile. */
            workaround?: string | null;
        };
        /**
         * @description What fires.
         * @enum {string}
         */
        JobKind: "script" | "recurring";
        /** @description A job as its text says it. */
        JobPlan: {
            /** @description What its author says of it. */
            doc: string;
            /** @description Why it cannot be read, and does not fire. */
            faults: components["schemas"]["Fault"][];
            /** @description The catalog item that it opens. */
            item?: string | null;
            /** @description What it is. */
            kind: components["schemas"]["JobKind"];
            /** @description Its name; `recurring/NAME` of a ticket that opens itself. */
            name: string;
            next_run?: components["schemas"]["Time"] | null;
            /** @description Where it is written. */
            path: string;
            /** @description With whose rights. */
            roles: components["schemas"]["Role"][];
            /** @description When it fires: seconds, minutes, hours, days, months, weekdays. Absent where the text cannot be read. */
            schedule?: string | null;
            /** @description In which time zone. */
            zone?: string | null;
        };
        /** @description One run of a job. */
        JobRun: {
            /** @description Who wished for it (a username); nobody where its schedule did. */
            asked_by?: string | null;
            /**
             * Format: int64
             * @description What it did to tickets.
             */
            done?: number | null;
            finished_at?: components["schemas"]["Time"] | null;
            /** @description The time that it was due; of a run out of turn when it was wished for. */
            fire_time: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description Tickets that it looked at.
             */
            found?: number | null;
            /** @description Why it failed or was passed over. */
            message?: string | null;
            /**
             * Format: int64
             * @description What the desk refused it.
             */
            refused?: number | null;
            /**
             * Format: double
             * @description How long it took.
             */
            seconds?: number | null;
            started_at?: components["schemas"]["Time"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["RunState"];
            /** @description The ticket that was opened, or that is open already. */
            ticket?: string | null;
        };
        /** @description One job with its last runs. */
        JobView: components["schemas"]["JobPlan"] & {
            last_failure?: components["schemas"]["JobRun"] | null;
            /** @description Whether it is under way now. */
            running: boolean;
            /** @description Its last runs, the newest first, at most 10. */
            runs: components["schemas"]["JobRun"][];
        };
        /**
         * @description A call of a plugin's function, and what it wanted to send. Secrets stand by
         *     their names.
         */
        KeptCall: {
            /** @description What the workflow called it with. */
            arguments: unknown;
            /**
             * Format: int32
             * @description The attempt at which it was noted, from 1.
             */
            attempt: number;
            /** @description What was to be sent, at most 64 KiB of it. */
            body?: string | null;
            /** @description Whether more was to be sent than is kept. */
            cut: boolean;
            /** @description Its function. */
            function: string;
            /** @description Headers by name; a secret is its name in brackets. */
            headers: [
                string,
                string
            ][];
            /** @description The call's key: the same at every attempt. */
            key: string;
            /** @description GET, POST, … */
            method: string;
            /** @description The plugin. */
            plugin: string;
            /** @description Where it went instead. */
            redirected_to?: string | null;
            /** @description Where to. */
            url: string;
        };
        /**
         * @description What a ticket records.
         * @enum {string}
         */
        Kind: "request" | "incident" | "change" | "problem";
        /**
         * @description Whether a ticket is worth an article.
         * @enum {string}
         */
        Knowledge: "create" | "update" | "exists" | "none";
        /** @description The knowledge decision that stands. */
        KnowledgeView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            by?: components["schemas"]["PersonView"] | null;
            /** @description Which. */
            decision: components["schemas"]["Knowledge"];
            /** @description With the resolution or with the close. */
            when: components["schemas"]["DecidedWith"];
        };
        /** @description An open ticket of the same person and item. */
        KnownTicket: {
            /** @description Since when. */
            created_at: components["schemas"]["Time"];
            /** @description Its number. */
            number: string;
            /** @description Where it stands. */
            status: components["schemas"]["Status"];
            /** @description Title. */
            title: string;
        };
        /** @description What all may know of an incident or a problem: nobody's data. */
        KnownView: {
            /**
             * Format: int32
             * @description How many have said that it hits them as well.
             */
            affected: number;
            /** @description The catalog item. */
            item: string;
            /** @description Incident or problem. */
            kind: components["schemas"]["Kind"];
            /** @description Whether the caller has. */
            mine: boolean;
            /** @description Its number. */
            number: string;
            /** @description The service that it hits. */
            service?: string | null;
            /** @description Shown since. */
            since: components["schemas"]["Time"];
            /** @description What it is called for all. */
            title: string;
            /** @description How people help themselves meanwhile. */
            workaround?: string | null;
        };
        /** @description Who will be asked in addition, and when. */
        LevelWhy: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Names of people and groups. */
            for: string[];
            /** @description Whether it is the last: from then on they are reminded daily. */
            last: boolean;
            /**
             * Format: int32
             * @description Which level, from 1.
             */
            level: number;
        };
        /** @description Body of `unrestrict`. */
        Lift: {
            /** @description Why. */
            reason: string;
        };
        /** @description A link as the ticket shows it. */
        LinkView: {
            /** @description Why; for staff. */
            reason?: string | null;
            /** @description Since when. */
            since: components["schemas"]["Time"];
            status?: components["schemas"]["Status"] | null;
            /** @description The other ticket's title. */
            title?: string | null;
            /** @description The other ticket's number, or the thing's name. */
            to: string;
            /**
             * @description `caused_by`, `relates_to`, `parent_of`, `duplicates`, `follows`; from the other side `causes`, `child_of`,
             *     `duplicated_by`, `followed_by`; of things outside `ci`, `asset`, `order`, `article`, `contract`, `url` or what a
             *     workflow calls them.
             */
            type: string;
        };
        /** @description Body of `work`. */
        LogWork: {
            /**
             * Format: int64
             * @description For how many minutes, up to 1440; below 0 takes back what one logged too
             *     much, and wants a note.
             */
            minutes: number;
            /** @description What was done. */
            note?: string;
            step?: components["schemas"]["StepId"] | null;
            when?: components["schemas"]["Time"] | null;
        };
        /** @description An answer that would be lost. */
        LostStep: components["schemas"]["AnsweredStep"] & {
            /** @description Fields of the form that were shown and would change. */
            fields: string[];
            /** @description Why, in the caller's language. */
            reason: string;
        };
        /** @description A token that was made. */
        MadeToken: components["schemas"]["TokenView"] & {
            /** @description To be sent as `Authorization: Bearer …`. It is shown this once. */
            secret: string;
        };
        /** @description The answer to many steps. */
        ManySteps: {
            /** @description Rejection code, refusal code; of work a closure reason. */
            code?: string | null;
            /** @description What is said with it. */
            comment?: string | null;
            /** @description As in the single call. */
            outcome: string;
            /** @description The form's fields. */
            output?: Record<string, never> | null;
            /** @description Ids, at most 200, none twice. */
            steps: string[];
        };
        /** @description What is to be done to many tickets. */
        ManyTickets: {
            /** @description The body of the single call; the same for each. */
            body?: Record<string, never>;
            /** @description `accept`, `assign`, `comment` … as in the path of the single call; `change` is its `PATCH`. */
            operation: string;
            /** @description Numbers, at most 200, none twice. */
            tickets: string[];
        };
        /** @description How many messages were marked. */
        Marked: {
            /**
             * @description Those that had not been read before.
             * @example 12
             */
            read: number;
        };
        /** @description Body of `PATCH /me` (RFC 7396): what is absent stays. */
        MePatch: {
            /** @description BCP 47 tag of the language that texts are shown in. */
            language?: string | null;
            /** @description IANA time zone. */
            zone?: string | null;
        };
        /** @description Body of `me-too`. */
        MeToo: {
            /** @description What is different, or where; staff read it. */
            note?: string | null;
        };
        /** @description The caller. */
        MeView: {
            /** @description Of which categories an author writes items; `*` is every one. */
            categories: string[];
            /** @description Department. */
            department?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Group names. */
            groups: string[];
            /** @description Language of texts. */
            language: string;
            /** @description Location. */
            location?: string | null;
            /** @description The manager's username. */
            manager?: string | null;
            /** @description What the roles let the caller do, whatever the ticket. */
            may: string[];
            /** @description Name. */
            name: string;
            /** @description Roles of the policy: for scripts and audiences. */
            policy_roles: string[];
            /** @description Roles. */
            roles: string[];
            /** @description Whether the caller is staff. */
            staff: boolean;
            /** @description Username. */
            username: string;
            /** @description Time zone. */
            zone: string;
        };
        /** @description A member of a group. */
        MemberView: components["schemas"]["PersonView"] & {
            /** @description Whether they may act and be asked. */
            active: boolean;
            /** @description How far they may go by themselves. */
            profile: components["schemas"]["Profile"];
            /** @description What they know about. */
            skills: string[];
        };
        /** @description Body of `merge`. */
        Merge: {
            /** @description The number of the ticket that goes on for both. */
            into: string;
            /** @description Why. */
            reason: string;
        };
        /** @description Which open tickets go on under a new version; the others keep theirs. */
        Migrate: null | components["schemas"]["Moving"] | string[];
        /** @description Something that comes by itself. */
        Moment: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description What, in the caller's language. */
            what: string;
        };
        /** @description An amount in a currency; serialised as `{"amount": "900.00", "currency": "EUR"}`. */
        Money: {
            /**
             * @description The amount in major units, as a decimal string.
             * @example 900.00
             */
            amount: string;
            /**
             * @description ISO 4217 code of three capital letters.
             * @example EUR
             */
            currency: string;
        };
        /**
         * @description `none` or `matching`.
         * @enum {string}
         */
        Moving: "none" | "matching";
        /** @description A way of the workflow that no scenario went. */
        NeverTaken: {
            /**
             * Format: int32
             * @description Column from 1.
             */
            column: number;
            /** @description File of the content folder. */
            file: string;
            /**
             * Format: int32
             * @description Line from 1.
             */
            line: number;
            /** @description What has never happened there: `reached`, `rejected or expired`. */
            never: string;
            /** @description The step: `approval "Finance"`. */
            what: string;
        };
        /** @description Body of `POST /absences`. */
        NewAbsence: {
            /** @description From this moment. */
            from: components["schemas"]["Time"];
            /** @description Username of who is away; the caller when absent. */
            person?: string | null;
            /** @description For what; everything when absent. */
            scope?: components["schemas"]["Scope"];
            /** @description Username of who stands in; who is named for the person when absent. */
            substitute?: string | null;
            /** @description Until this moment. */
            to: components["schemas"]["Time"];
        };
        /** @description Body of `appointments`. */
        NewAppointment: {
            /** @description Until. */
            end: components["schemas"]["Time"];
            /** @description What else is to be known; everybody who is invited reads it. */
            note?: string | null;
            /** @description Usernames of who is invited; whom the ticket is for when absent. */
            people?: string[] | null;
            /** @description Where. */
            place?: string | null;
            /** @description From. */
            start: components["schemas"]["Time"];
            /** @description What it is about; the ticket's title when absent, its number where it is confidential. */
            title?: string | null;
            /** @description The IANA zone of the place; the zone of whom it is for when absent. */
            zone?: string | null;
        };
        /** @description Body of `POST /canned-replies`. */
        NewCannedReply: {
            /** @description The category that it is for. */
            category?: string | null;
            /** @description The group that it is for. */
            group?: string | null;
            /** @description The catalog item that it is for. */
            item?: string | null;
            /** @description What it is called by programs: small letters, digits and `-`. */
            name: string;
            /** @description Language → text, with placeholders such as `{requester.name}`. */
            texts: {
                [key: string]: string;
            };
            /** @description What it is called by people. */
            title: string;
            /** @description Who may use it; its author when absent. */
            visibility?: components["schemas"]["Visibility"];
        };
        /** @description Body of `comments`. */
        NewComment: {
            /** @description Ids of files that were sent up. */
            attachments?: string[];
            /** @description Holds the ticket until who asked replies; for who handles it. */
            awaits_reply?: boolean;
            /** @description For staff only. */
            internal?: boolean;
            /** @description What is said. `@username` tells that person, if they may read it. */
            text: string;
        };
        /** @description Body of `PUT /drafts/{key}`. */
        NewDraft: {
            /** @description What was written: any JSON of at most 64 KiB. */
            data: unknown;
        };
        /** @description Body of `POST /groups`. */
        NewGroup: {
            /** @description The calendar of policy.toml that it works by. */
            calendar?: string | null;
            /**
             * Format: int32
             * @description So many open tickets one member has in hand before others are given the next.
             */
            capacity?: number | null;
            /** @description The desk of policy.toml that it belongs to. */
            desk?: string | null;
            /** @description Username of who leads it. */
            lead?: string | null;
            /**
             * Format: int32
             * @description Support line 1 to 3; 0, or absent, for no support group.
             */
            line?: number;
            /** @description Usernames of its members. */
            members?: string[];
            /** @description Name, as scripts and the policy say it; it never changes. */
            name: string;
            /** @description By priority the usernames of the members who are given its tickets first. */
            priorities?: components["schemas"]["BTreeMap"];
        };
        /** @description Body of `POST /tickets/{number}/links`. */
        NewLink: {
            /** @description Why; a duplicate wants one. */
            reason?: string | null;
            /** @description The other ticket's number, or the thing's name. */
            to: string;
            /**
             * @description `caused_by`, `relates_to`, `parent_of`, `duplicates`, `follows`; of things outside `ci`, `asset`, `order`,
             *     `article`, `contract`, `url`.
             */
            type: string;
        };
        /** @description A new password of one's own. */
        NewPassword: {
            /** @description The present one. */
            current: string;
            /** @description The new one; at least 8 characters. */
            password: string;
        };
        /** @description A new form, to be published. */
        NewSchema: {
            /** @description Why. */
            note?: string | null;
            /** @description The release that the author has seen; another one in force is 412. */
            parent?: string | null;
            /** @description The whole schema; fields are shown in the order in which they are sent. */
            schema: Record<string, never>;
        };
        /** @description A new text of a workflow, to be published. */
        NewText: {
            /** @description Which open tickets go on under it; none when absent. */
            migrate?: components["schemas"]["Migrate"];
            /** @description Why. */
            note?: string | null;
            /** @description The release that the author has seen; another one in force is 412. */
            parent?: string | null;
            /** @description The text. */
            source: string;
        };
        /** @description A token that is wished for. */
        NewToken: {
            expires_at?: components["schemas"]["Time"] | null;
            /** @description What it is for; the log names it. */
            name: string;
        };
        /** @description Body of `POST /users`. The password is made up and told once, in the answer. */
        NewUser: {
            /** @description The calendar of policy.toml that they work by. */
            calendar?: string | null;
            /** @description Of which categories an author writes items; `*` is every one. */
            categories?: string[];
            /** @description Department. */
            department?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Names of groups. */
            groups?: string[];
            /** @description BCP 47 tag of the language that texts are shown in; `en` when absent. */
            language?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description The line manager's username. */
            manager?: string | null;
            /** @description Name as shown; the username when absent. */
            name?: string | null;
            /** @description Telephone. */
            phone?: string | null;
            profile?: components["schemas"]["Profile"] | null;
            /** @description Roles; everybody is a requester. */
            roles?: components["schemas"]["Role"][];
            /** @description What they know about: items, categories, tags and services. */
            skills?: string[];
            /** @description Username of who stands in. */
            substitute?: string | null;
            /** @description Sign-in name; it never changes. */
            username: string;
            /** @description IANA time zone; `UTC` when absent. */
            zone?: string | null;
        };
        /** @description Body of `POST /views`. */
        NewView: {
            /** @description Names of columns as an export has them. */
            columns?: string[];
            /**
             * @description The query string of a list, without `sort`, `limit`, `cursor` and `count`.
             * @example status=new,accepted&unassigned=true
             */
            filters?: string;
            /** @description Name of the group that it is shared with. */
            group?: string | null;
            /** @description What it is called; unique among one's own. */
            name: string;
            shared?: components["schemas"]["Shared"] | null;
            /** @description As in a list; `-created_at` when absent. */
            sort?: string | null;
        };
        /** @description One node. */
        Node: {
            /** @description How long they have: `2wd`. */
            due_in?: string | null;
            /** @description Whom a step asks. */
            for?: string[];
            /** @description Unique within the graph: `n1`. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["NodeKind"];
            /** @description The step's name, the condition, how it ends. */
            label: string;
            /** @description What silence does: `escalate`. */
            on_timeout?: string | null;
            place?: components["schemas"]["Place"] | null;
            step?: components["schemas"]["RowKind"] | null;
        };
        /**
         * @description What a node of the graph is.
         * @enum {string}
         */
        NodeKind: "start" | "step" | "condition" | "fork" | "join" | "end" | "unclear";
        /** @description The body of an operation that wants none: `{}`. */
        Nothing: Record<string, never>;
        /**
         * Format: uuid
         * @description A notification's id.
         */
        NotificationId: string;
        /** @description A message kept for the caller. */
        NotificationView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Id. */
            id: components["schemas"]["NotificationId"];
            meant_for?: components["schemas"]["PersonView"] | null;
            read_at?: components["schemas"]["Time"] | null;
            /** @description The message with its values filled in. */
            text: string;
            /** @description The number of the ticket that it is about, if it is about one. */
            ticket?: string | null;
        };
        /**
         * @description What is to be explained.
         * @enum {string}
         */
        Of: "wait" | "approver" | "assignee" | "priority" | "sla" | "price";
        /** @description Body of `DELETE /tickets/{number}/links`. */
        OldLink: {
            /** @description Why. */
            reason?: string | null;
            /** @description The other ticket's number, or the thing's name. */
            to: string;
            /** @description As the ticket shows it: `child_of` from the other side of `parent_of`. */
            type: string;
        };
        /** @description Body of `POST /tickets/{number}/steps`. */
        OpenStep: {
            /** @description What it costs, `"120.00"`; `{amount, currency}` in another currency than the desk's. A cost confirmation wants it. */
            amount?: unknown;
            /** @description Who is asked. */
            for: components["schemas"]["Asked"];
            /** @description The form that a task or a question asks to fill in. */
            form?: string | null;
            /** @description `approval`, `cost`, `task` or `question`. */
            kind: string;
            /** @description Whether people may resolve the ticket only once it is answered; `true` when absent. */
            mandatory?: boolean | null;
            /** @description What is to be decided, confirmed, done or answered. */
            name: string;
            /** @description Names of form fields, or values of one's own: what is shown to who answers. */
            show?: unknown;
            /** @description Time for it, `2wd`; the policy's for the kind when absent. */
            within?: string | null;
        };
        /**
         * @description Who opened a step: the script, a person (paths `m1`, `m2`, …), or the desk to
         *     take a call back (`u1`, `u2`, …). Replay looks at those of the script only.
         * @enum {string}
         */
        Origin: "script" | "person" | "undo";
        /** @description Another ticket of the same person. */
        OtherTicketView: {
            /** @description Since when. */
            created_at: components["schemas"]["Time"];
            /** @description Its catalog item. */
            item: string;
            /** @description Its kind. */
            kind: components["schemas"]["Kind"];
            /**
             * @description Its number.
             * @example SR-000124
             */
            number: string;
            /** @description Its priority. */
            priority: string;
            /** @description Whether that is the same item: it may be the same wish. */
            same_item: boolean;
            /** @description Where it stands. */
            status: components["schemas"]["Status"];
            /** @description Its title. */
            title: string;
        };
        /**
         * Format: uuid
         * @description The id of something that was kept back on its way out.
         */
        OutgoingId: string;
        /**
         * @description What kind of thing wanted to leave.
         * @enum {string}
         */
        OutgoingKind: "message" | "call";
        /** @description Something that wanted to leave the desk. */
        OutgoingView: {
            /** @description When it wanted to leave. */
            at: components["schemas"]["Time"];
            call?: components["schemas"]["KeptCall"] | null;
            /** @description What became of it. */
            fate: components["schemas"]["Fate"];
            /** @description Its id. */
            id: components["schemas"]["OutgoingId"];
            /** @description A message or a call. */
            kind: components["schemas"]["OutgoingKind"];
            recipient?: components["schemas"]["PersonView"] | null;
            redirected_to?: components["schemas"]["PersonView"] | null;
            /**
             * @description Of a message: what it says, in the reader's language. What is a right of
             *     one person, as a link to rate by, is hidden.
             */
            text?: string | null;
            /** @description The number of the ticket that it is about, if it is about one. */
            ticket?: string | null;
        };
        /** @description Another change in the same time on the same things. */
        OverlapView: {
            /** @description Configuration items that both touch. */
            cis: string[];
            /** @description Its number. */
            number: string;
            /** @description Services that both touch. */
            services: string[];
            /** @description When it is done. */
            window: components["schemas"]["Window"];
        };
        /** @description Somebody set another priority than the matrix gives. */
        OverrideView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Who. */
            by: components["schemas"]["PersonView"];
            /** @description What the matrix gives. */
            computed: string;
            /** @description Why. */
            reason: string;
        };
        /** @description A list and where it goes on. */
        Page_AbsenceView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description From this moment. */
                from: components["schemas"]["Time"];
                /** @description Id. */
                id: components["schemas"]["AbsenceId"];
                /** @description Who is away. */
                person: components["schemas"]["PersonView"];
                /** @description When. */
                registered_at: components["schemas"]["Time"];
                /** @description Who registered it. */
                registered_by: components["schemas"]["PersonView"];
                /** @description For what; an empty list narrows nothing. */
                scope: components["schemas"]["Scope"];
                /** @description `planned`, `current` or `over`. */
                state: string;
                /** @description Who stands in. */
                substitute: components["schemas"]["PersonView"];
                /** @description Until this moment. */
                to: components["schemas"]["Time"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_AffectedView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Said at. */
                at: components["schemas"]["Time"];
                /** @description What they said with it. */
                note?: string | null;
                /** @description Who. */
                person: components["schemas"]["PersonView"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_AppointmentView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Whether it takes place for the caller no more. */
                cancelled: boolean;
                /** @description Last changed at. */
                changed_at: components["schemas"]["Time"];
                /** @description Until. */
                end: components["schemas"]["Time"];
                /** @description Id. */
                id: components["schemas"]["AppointmentId"];
                /** @description Where its invitation is, for calendars. */
                invitation: string;
                /** @description What else is to be known. */
                note?: string | null;
                /** @description Who invites. */
                organizer: components["schemas"]["PersonView"];
                /** @description Who is invited. */
                people: components["schemas"]["PersonView"][];
                /** @description Where. */
                place?: string | null;
                /** @description Why it was cancelled. */
                reason?: string | null;
                /**
                 * Format: int32
                 * @description Rises with each change.
                 */
                sequence: number;
                /** @description From. */
                start: components["schemas"]["Time"];
                /**
                 * @description The number of the ticket that it is for.
                 * @example SR-000123
                 */
                ticket: string;
                /** @description What it is about. */
                title: string;
                /** @description The IANA zone of the place. */
                zone: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_AttachmentView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description When. */
                at: components["schemas"]["Time"];
                comment?: components["schemas"]["CommentId"] | null;
                expires_at?: components["schemas"]["Time"] | null;
                /** @description Its id: what form fields and comments name. */
                id: components["schemas"]["AttachmentId"];
                /** @description For staff only. */
                internal: boolean;
                /** @description What it is served as. */
                media_type: string;
                /** @description What it was called. */
                name: string;
                place?: components["schemas"]["FilePlace"] | null;
                /** @description Hash of its content, in hex. */
                sha256: string;
                /**
                 * Format: int64
                 * @description Bytes.
                 */
                size: number;
                /** @description Who sent it up. */
                uploaded_by: components["schemas"]["PersonView"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_AuditView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                actor?: components["schemas"]["PersonView"] | null;
                /** @description When. */
                at: components["schemas"]["Time"];
                /** @description Details. */
                data: Record<string, never>;
                /** @description To what: an id, a name. */
                object?: string | null;
                origin?: components["schemas"]["From"] | null;
                /**
                 * Format: int64
                 * @description Its place in the log.
                 */
                position: number;
                /** @description What. */
                type: components["schemas"]["Action"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_BTreeMap_String_String: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                [key: string]: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_CannedReplyView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description The category that it is for. */
                category?: string | null;
                /** @description Written at. */
                created_at: components["schemas"]["Time"];
                /** @description Whether the caller may change it. */
                editable: boolean;
                /** @description The group that it is for. */
                group?: string | null;
                /** @description The catalog item that it is for. */
                item?: string | null;
                /** @description What it is called by programs. */
                name: string;
                /** @description Who wrote it. */
                owner: components["schemas"]["PersonView"];
                /** @description Language → text with placeholders. */
                texts: {
                    [key: string]: string;
                };
                /** @description What it is called by people. */
                title: string;
                /** @description Last changed at. */
                updated_at: components["schemas"]["Time"];
                /**
                 * Format: int64
                 * @description Raised by every change.
                 */
                version: number;
                /** @description Who may use it. */
                visibility: components["schemas"]["Visibility"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_CatalogEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Category. */
                category: string;
                /** @description The category as the caller reads it. */
                category_name: string;
                /** @description Description. */
                description: string;
                /** @description Icon's name. */
                icon?: string | null;
                /** @description The item's name. */
                item: string;
                /** @description Words that find it. */
                keywords: string[];
                /** @description What a ticket of it is. */
                kind: components["schemas"]["Kind"];
                /** @description Whether it came within the last 30 days, and not with the desk itself. */
                new: boolean;
                price?: components["schemas"]["Money"] | null;
                /** @description Title. */
                title: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_CategoryEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description The category, as items and intake rules say it. */
                category: string;
                /** @description How many items of it the caller may ask for. */
                count: number;
                /** @description As the caller reads it. */
                name: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_CommentView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description When. */
                at: components["schemas"]["Time"];
                /** @description Who. */
                author: components["schemas"]["PersonView"];
                /** @description Whether it holds, or held, the ticket until who asked replies. */
                awaits_reply?: boolean;
                edited_at?: components["schemas"]["Time"] | null;
                /** @description What it said before, oldest first; for staff, of one comment. */
                history?: components["schemas"]["FormerTextView"][] | null;
                /** @description Id. */
                id: components["schemas"]["CommentId"];
                /** @description For staff only. */
                internal: boolean;
                /** @description Usernames of those who were told that they are mentioned; for staff. */
                mentions?: string[] | null;
                /** @description What. */
                text: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_DraftView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description What was written; absent in lists. */
                data?: unknown;
                /** @description When it goes if nobody touches it. */
                expires_at: components["schemas"]["Time"];
                /**
                 * @description For what it is.
                 * @example tickets/SR-000123/comment
                 */
                key: string;
                /** @description Last written at. */
                updated_at: components["schemas"]["Time"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_Drift: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description `added`, `changed` or `removed`, as the folder would see it. */
                change: string;
                /** @description Path in the content folder. */
                path: string;
                /** @description The release that did it. */
                release: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_EventView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Who. */
                actor: components["schemas"]["Actor"];
                /** @description When. */
                at: components["schemas"]["Time"];
                /** @description Details. */
                data: Record<string, never>;
                origin?: components["schemas"]["From"] | null;
                /**
                 * Format: int64
                 * @description Its place in the log, from 1.
                 */
                seq: number;
                /** @description What happened. */
                type: components["schemas"]["EventType"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_FileEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Whether the caller may publish another text of it. */
                editable: boolean;
                /** @description Hash of its text. */
                hash: string;
                /** @description Path in the content folder. */
                path: string;
                /** @description The release that brought it. */
                release: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_GroupEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /**
                 * Format: int32
                 * @description Support line 1 to 3; 0 for no support group.
                 */
                line: number;
                /** @description Name. */
                name: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_GroupView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description The calendar of policy.toml that it works by. */
                calendar?: string | null;
                /**
                 * Format: int32
                 * @description So many open tickets one member has in hand before others are given the next.
                 */
                capacity?: number | null;
                /** @description The desk that it belongs to. */
                desk?: string | null;
                lead?: components["schemas"]["PersonView"] | null;
                /**
                 * Format: int32
                 * @description Support line 1 to 3; 0 for no support group.
                 */
                line: number;
                /** @description Who is in it, by username. */
                members: components["schemas"]["MemberView"][];
                /** @description Name. */
                name: string;
                /** @description By priority the usernames of the members who are given its tickets first. */
                priorities: {
                    [key: string]: string[];
                };
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_InboxEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: (components["schemas"]["StepView"] & {
                /** @description What it is about. */
                on: components["schemas"]["AskedOnView"];
            })[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_JobRun: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Who wished for it (a username); nobody where its schedule did. */
                asked_by?: string | null;
                /**
                 * Format: int64
                 * @description What it did to tickets.
                 */
                done?: number | null;
                finished_at?: components["schemas"]["Time"] | null;
                /** @description The time that it was due; of a run out of turn when it was wished for. */
                fire_time: components["schemas"]["Time"];
                /**
                 * Format: int64
                 * @description Tickets that it looked at.
                 */
                found?: number | null;
                /** @description Why it failed or was passed over. */
                message?: string | null;
                /**
                 * Format: int64
                 * @description What the desk refused it.
                 */
                refused?: number | null;
                /**
                 * Format: double
                 * @description How long it took.
                 */
                seconds?: number | null;
                started_at?: components["schemas"]["Time"] | null;
                /** @description Where it stands. */
                state: components["schemas"]["RunState"];
                /** @description The ticket that was opened, or that is open already. */
                ticket?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_JobView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: (components["schemas"]["JobPlan"] & {
                last_failure?: components["schemas"]["JobRun"] | null;
                /** @description Whether it is under way now. */
                running: boolean;
                /** @description Its last runs, the newest first, at most 10. */
                runs: components["schemas"]["JobRun"][];
            })[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_KnownView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /**
                 * Format: int32
                 * @description How many have said that it hits them as well.
                 */
                affected: number;
                /** @description The catalog item. */
                item: string;
                /** @description Incident or problem. */
                kind: components["schemas"]["Kind"];
                /** @description Whether the caller has. */
                mine: boolean;
                /** @description Its number. */
                number: string;
                /** @description The service that it hits. */
                service?: string | null;
                /** @description Shown since. */
                since: components["schemas"]["Time"];
                /** @description What it is called for all. */
                title: string;
                /** @description How people help themselves meanwhile. */
                workaround?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_LinkView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Why; for staff. */
                reason?: string | null;
                /** @description Since when. */
                since: components["schemas"]["Time"];
                status?: components["schemas"]["Status"] | null;
                /** @description The other ticket's title. */
                title?: string | null;
                /** @description The other ticket's number, or the thing's name. */
                to: string;
                /**
                 * @description `caused_by`, `relates_to`, `parent_of`, `duplicates`, `follows`; from the other side `causes`, `child_of`,
                 *     `duplicated_by`, `followed_by`; of things outside `ci`, `asset`, `order`, `article`, `contract`, `url` or what a
                 *     workflow calls them.
                 */
                type: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_NotificationView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description When. */
                at: components["schemas"]["Time"];
                /** @description Id. */
                id: components["schemas"]["NotificationId"];
                meant_for?: components["schemas"]["PersonView"] | null;
                read_at?: components["schemas"]["Time"] | null;
                /** @description The message with its values filled in. */
                text: string;
                /** @description The number of the ticket that it is about, if it is about one. */
                ticket?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_OutgoingView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description When it wanted to leave. */
                at: components["schemas"]["Time"];
                call?: components["schemas"]["KeptCall"] | null;
                /** @description What became of it. */
                fate: components["schemas"]["Fate"];
                /** @description Its id. */
                id: components["schemas"]["OutgoingId"];
                /** @description A message or a call. */
                kind: components["schemas"]["OutgoingKind"];
                recipient?: components["schemas"]["PersonView"] | null;
                redirected_to?: components["schemas"]["PersonView"] | null;
                /**
                 * @description Of a message: what it says, in the reader's language. What is a right of
                 *     one person, as a link to rate by, is hidden.
                 */
                text?: string | null;
                /** @description The number of the ticket that it is about, if it is about one. */
                ticket?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_PersonEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Department. */
                department?: string | null;
                /** @description Location. */
                location?: string | null;
                /** @description Name. */
                name: string;
                /** @description Username. */
                username: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_PluginView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Events that it may report. */
                events: string[];
                /**
                 * Format: int64
                 * @description Those among them that failed before.
                 */
                failing: number;
                /** @description The last of these, at most 10. */
                failures: components["schemas"]["PluginFailure"][];
                /** @description Its functions. */
                functions: components["schemas"]["PluginFunction"][];
                /** @description What it may reach. */
                hosts: components["schemas"]["PluginHost"][];
                /** @description Its name. */
                name: string;
                /** @description The modules under which workflows see it. */
                provides: string[];
                /** @description `script`, `http`, or `pages` where it has nothing else. */
                runtime: string;
                /** @description Its secrets. */
                secrets: components["schemas"]["PluginSecret"][];
                /** @description How it stands. */
                state: components["schemas"]["PluginState"];
                /** @description Its version, as its author counts. */
                version: string;
                /**
                 * Format: int64
                 * @description Calls that are still to be made.
                 */
                waiting: number;
                /** @description Where its pages are. */
                web?: string | null;
                /** @description What is missing of its pages. */
                web_missing?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_ProposalEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Proposed at. */
                at: components["schemas"]["Time"];
                /** @description By whom (a username). */
                author: string;
                decided_at?: components["schemas"]["Time"] | null;
                /** @description Who approved, rejected or withdrew it. */
                decided_by?: string | null;
                /** @description Its id. */
                id: string;
                /** @description Why. */
                note: string;
                /** @description Paths that it changes. */
                paths: string[];
                /** @description Why it was rejected. */
                reason?: string | null;
                /** @description The release that it became. */
                release?: string | null;
                /** @description Where it stands. */
                state: components["schemas"]["ProposalState"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_QueueView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /**
                 * @description Exact to 10,000, then `10000+`; `37+` where there was no time to count on.
                 * @example 12
                 */
                count: string;
                /**
                 * @description The query string that lists its tickets.
                 * @example status=new,accepted,assigned,escalated&unassigned=true&my_groups=true
                 */
                filters: string;
                /**
                 * @description Names it for ever: `my_open`, `unassigned`, `group/NAME`, `view/ID`.
                 * @example unassigned
                 */
                key: string;
                /** @description What it is called. */
                name: string;
                /** @description As in a list. */
                sort: string;
                view?: components["schemas"]["SavedViewId"] | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_ReleaseEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Published at. */
                at: components["schemas"]["Time"];
                /** @description By whom (a username); nobody when it came from a folder. */
                author?: string | null;
                /** @description The release. */
                id: string;
                /** @description Why. */
                note: string;
                /** @description The one before it. */
                parent?: string | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_SavedViewView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Whether the caller may change it. */
                changeable: boolean;
                /** @description Names of columns; the reader's own choice when empty. */
                columns: string[];
                /** @description Made at. */
                created_at: components["schemas"]["Time"];
                /** @description The query string that lists its tickets. */
                filters: string;
                /** @description The group that it is shared with. */
                group?: string | null;
                /** @description Id. */
                id: components["schemas"]["SavedViewId"];
                /** @description What it is called. */
                name: string;
                /** @description Username of whose it is. */
                owner: string;
                /** @description Who else sees it. */
                shared: components["schemas"]["Shared"];
                /** @description As in a list. */
                sort: string;
                /** @description Changed at. */
                updated_at: components["schemas"]["Time"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_StepView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Its varying part. */
                about?: string | null;
                /** @description What the caller may do to it now. */
                actions?: string[];
                answered_at?: components["schemas"]["Time"] | null;
                answered_by?: components["schemas"]["PersonView"] | null;
                /** @description Options, amounts and what is shown; only for staff and who is asked. */
                arguments: Record<string, never>;
                carried_from?: components["schemas"]["StepId"] | null;
                /** @description Comment of the answer; only for staff and who is asked. */
                comment?: string | null;
                due_at?: components["schemas"]["Time"] | null;
                /** @description Whom it waits for. */
                for: components["schemas"]["StepFor"];
                form?: components["schemas"]["AskedFormView"] | null;
                /** @description The step's id, for `/steps/{id}/answer`. */
                id: components["schemas"]["StepId"];
                /** @description What it is. */
                kind: components["schemas"]["RowKind"];
                /** @description Its name. */
                name: string;
                on_behalf_of?: components["schemas"]["PersonView"] | null;
                /** @description Opened at. */
                opened_at: components["schemas"]["Time"];
                /** @description Who opened it. */
                origin: components["schemas"]["Origin"];
                /** @description What it came to. */
                outcome?: string | null;
                /** @description The answer's fields; only for staff and who is asked. */
                output?: Record<string, never> | null;
                /** @description Its path in the script. */
                path: string;
                quorum?: components["schemas"]["QuorumView"] | null;
                /**
                 * Format: int32
                 * @description The run it belongs to.
                 */
                run: number;
                /** @description Hash of what is shown, to be sent back with the answer. */
                seen?: string | null;
                /** @description Where it stands. */
                state: components["schemas"]["RowState"];
                /** @description Explanation for who answers. */
                text?: string | null;
                /** @description The ticket's number. */
                ticket: string;
                /** @description Votes; only for staff and who is asked. */
                votes: components["schemas"]["VoteView"][];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_String: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: string[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_TemplateEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Category. */
                category: string;
                /** @description Description. */
                description: string;
                /** @description What a ticket of it is. */
                kind: components["schemas"]["Kind"];
                /** @description Its name. */
                name: string;
                /** @description Title. */
                title: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_TextVersion: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Published at. */
                at: components["schemas"]["Time"];
                /** @description By whom (a username); nobody when it came from a folder. */
                author?: string | null;
                /** @description Hash of the text. */
                hash: string;
                /** @description Why. */
                note: string;
                /** @description The release that brought it. */
                release: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_TicketView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                accepted_at?: components["schemas"]["Time"] | null;
                /** @description What the caller may do now. */
                actions: string[];
                around?: components["schemas"]["AroundView"] | null;
                assignee?: components["schemas"]["PersonView"] | null;
                auto_closed: boolean;
                better_way?: components["schemas"]["BetterWayView"] | null;
                cancel_wish?: components["schemas"]["CancelWishView"] | null;
                category: string;
                change?: components["schemas"]["ChangeView"] | null;
                channel: string;
                closed_at?: components["schemas"]["Time"] | null;
                closure_code?: components["schemas"]["ClosureCode"] | null;
                closure_reason?: string | null;
                contact?: components["schemas"]["Contact"] | null;
                cost?: components["schemas"]["Cost"] | null;
                created_at: components["schemas"]["Time"];
                description: string;
                /** Format: int32 */
                escalation_level: number;
                fault?: components["schemas"]["FaultView"] | null;
                flags: components["schemas"]["Flags"];
                follow_up?: components["schemas"]["FollowUpView"] | null;
                /** @description The form as sent; absent in lists. */
                form?: Record<string, never> | null;
                group?: string | null;
                handed_back?: components["schemas"]["HandBackView"] | null;
                headline: string;
                hold?: components["schemas"]["HoldView"] | null;
                impact: string;
                incident?: components["schemas"]["IncidentView"] | null;
                item: string;
                kind: components["schemas"]["Kind"];
                knowledge?: components["schemas"]["KnowledgeView"] | null;
                /** @description What it has to do with; of one ticket, not in lists. */
                links?: components["schemas"]["LinkView"][];
                location?: string | null;
                needed_by?: components["schemas"]["Time"] | null;
                /** @example SR-000123 */
                number: string;
                /** @description Whether somebody goes to see whom it is for; for those who see who is a VIP. */
                on_site?: boolean | null;
                opened_by: components["schemas"]["PersonView"];
                owner?: components["schemas"]["PersonView"] | null;
                owner_group?: string | null;
                priority: string;
                priority_override?: components["schemas"]["OverrideView"] | null;
                problem?: components["schemas"]["ProblemView"] | null;
                raised?: components["schemas"]["RaisedView"] | null;
                rating?: components["schemas"]["RatingView"] | null;
                rejection_code?: string | null;
                remarks?: string | null;
                /**
                 * Format: int32
                 * @description How often it was reopened.
                 */
                reopened?: number;
                requested_for: components["schemas"]["PersonView"];
                requester: components["schemas"]["PersonView"];
                resolution?: string | null;
                resolved_at?: components["schemas"]["Time"] | null;
                restricted_to?: string | null;
                /** Format: int32 */
                run: number;
                services: string[];
                sla?: components["schemas"]["SlaView"] | null;
                stage?: string | null;
                status: components["schemas"]["Status"];
                tags: string[];
                title: string;
                updated_at: components["schemas"]["Time"];
                urgency: string;
                /** Format: int64 */
                version: number;
                waiting: components["schemas"]["WaitView"][];
                waiting_on: components["schemas"]["RowKind"][];
                /** @description Whether the caller watches it. */
                watching?: boolean;
                work?: components["schemas"]["WorkSumView"] | null;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_TokenView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Made at. */
                created_at: components["schemas"]["Time"];
                expires_at?: components["schemas"]["Time"] | null;
                /** @description Id. */
                id: components["schemas"]["TokenId"];
                /** @description What its owner calls it. */
                name: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_UserView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Whether they may act and be asked. */
                active: boolean;
                /** @description The calendar of policy.toml that they work by. */
                calendar?: string | null;
                /** @description Of which categories an author writes items; `*` is every one. */
                categories: string[];
                /** @description Department. */
                department?: string | null;
                /** @description Mail address. */
                email?: string | null;
                /** @description Names of groups. */
                groups: string[];
                /** @description BCP 47 tag of the language that texts are shown in. */
                language: string;
                /** @description Location. */
                location?: string | null;
                /** @description The line manager's username. */
                manager?: string | null;
                /** @description Name as shown. */
                name: string;
                /** @description Telephone. */
                phone?: string | null;
                /** @description How far they may go by themselves. */
                profile: components["schemas"]["Profile"];
                /** @description Roles. */
                roles: components["schemas"]["Role"][];
                /** @description What they know about. */
                skills: string[];
                /** @description Username of who stands in. */
                substitute?: string | null;
                /** @description Sign-in name. */
                username: string;
                /** @description IANA time zone. */
                zone: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_WatcherView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Who made them watch it. */
                by: components["schemas"]["PersonView"];
                /** @description Who. */
                person: components["schemas"]["PersonView"];
                /** @description Since when. */
                since: components["schemas"]["Time"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_WorkView: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description Who worked. */
                author: components["schemas"]["PersonView"];
                corrected_at?: components["schemas"]["Time"] | null;
                /** @description What it said before, oldest first; of one entry. */
                history?: components["schemas"]["FormerWorkView"][] | null;
                /** @description Id. */
                id: components["schemas"]["WorkId"];
                /** @description When it was written down. */
                logged_at: components["schemas"]["Time"];
                /**
                 * Format: int32
                 * @description For how many minutes; below 0 where what was logged too much is taken back.
                 */
                minutes: number;
                /** @description What was done. */
                note: string;
                step?: components["schemas"]["StepId"] | null;
                /** @description When it was done. */
                when: components["schemas"]["Time"];
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A list and where it goes on. */
        Page_WorkflowEntry: {
            /** @description How many there are in all, exact to 10,000, then `10000+`; only where asked for. */
            count?: string | null;
            /** @description The items. */
            items: {
                /** @description What its author says of it. */
                doc: string;
                /** @description Catalog items that it carries. */
                items: string[];
                /** @description Its name. */
                name: string;
                /** @description The version in force: a hash over its text and its libraries. */
                version: string;
            }[];
            /** @description Where it goes on; absent at the end. */
            next_cursor?: string | null;
        };
        /**
         * @description Body of `PATCH /tickets/{number}` (RFC 7396): what is absent stays, `null`
         *     takes away where a field may be empty.
         */
        Patch: {
            change?: components["schemas"]["ChangePatch"] | null;
            /** @description Description. */
            description?: string | null;
            /** @description Fields of the form, merged; a changed form begins a new run. */
            form?: Record<string, never> | null;
            /** @description Row of the priority matrix; staff only. */
            impact?: string | null;
            incident?: components["schemas"]["IncidentPatch"] | null;
            /** @description Location. */
            location?: string | null;
            /** @description Another priority than the matrix gives, for the roles of policy.toml `[priority]`; `null`: the matrix decides again. */
            priority?: string | null;
            /** @description Why another priority; compulsory with one. */
            priority_reason?: string | null;
            problem?: components["schemas"]["ProblemPatch"] | null;
            /** @description Remarks; staff only. */
            remarks?: string | null;
            /** @description Title. */
            title?: string | null;
            /** @description Column of the priority matrix. */
            urgency?: string | null;
        };
        /** @description A person in a picker. */
        PersonEntry: {
            /** @description Department. */
            department?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description Name. */
            name: string;
            /** @description Username. */
            username: string;
        };
        /** @description How much work lies with somebody; what the caller may not see is not counted. */
        PersonLoad: {
            absent_until?: components["schemas"]["Time"] | null;
            /** @description Whether it is their working time. */
            awake: boolean;
            /** @description The same by priority. */
            by_priority: {
                [key: string]: number;
            };
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Tickets that they answer for; not in a group's load.
             */
            owned?: number | null;
            /**
             * Format: int64
             * @description How many more tickets they are given before others are; absent where the group sets no bound.
             */
            room?: number | null;
            /**
             * Format: int64
             * @description Open steps that ask them by name.
             */
            steps: number;
            /**
             * Format: int64
             * @description Open tickets in their hand.
             */
            tickets: number;
            /** @description Username. */
            username: string;
        };
        /** @description A person; contact and place only for staff. */
        PersonView: {
            absence?: components["schemas"]["AwayView"] | null;
            /** @description Department, for staff. */
            department?: string | null;
            /** @description Mail address, for staff. */
            email?: string | null;
            /** @description Location, for staff. */
            location?: string | null;
            /** @description The manager's username, for staff. */
            manager?: string | null;
            /** @description Name. */
            name: string;
            /** @description Telephone, for staff. */
            phone?: string | null;
            /** @description Username. */
            username: string;
        };
        /** @description A place in a script: which source, which line and column (from 1). */
        Place: {
            /**
             * Format: int32
             * @description Column from 1; 0 when unknown.
             */
            column: number;
            /**
             * Format: int32
             * @description Line from 1; 0 when unknown.
             */
            line: number;
            /** @description Path of the file in the content folder, `workflows/laptop.rhai`. */
            source: string;
        };
        /** @description What a new version of a workflow would mean. */
        Plan: {
            /** @description Those that it cannot go on with. */
            diverging: components["schemas"]["Diverging"][];
            /** @description Those that it replays and then takes further at once: steps would open, or the ticket would end. */
            further: components["schemas"]["Further"][];
            /** @description Open tickets whose journal the new version replays to the very steps that are open. */
            unchanged: number;
        };
        /** @description A call that does not arrive. */
        PluginFailure: {
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /** @description The function. */
            function: string;
            /** @description What went wrong the last time; of confidential tickets for who may see them. */
            message?: string | null;
            /** @description When it is tried again. */
            next_at: components["schemas"]["Time"];
            /** @description When it was first wished for. */
            since: components["schemas"]["Time"];
            /** @description The ticket; for staff who may see it. */
            ticket?: string | null;
        };
        /** @description A function that workflows may call. */
        PluginFunction: {
            /**
             * Format: int32
             * @description How often a call is tried before its ticket's owner is told.
             */
            attempts: number;
            /** @description Schema of its arguments. */
            input?: Record<string, never> | null;
            /** @description Its name. */
            name: string;
            /** @description Schema of its answer. */
            output?: Record<string, never> | null;
            /**
             * Format: double
             * @description How long one call may take.
             */
            seconds: number;
            /** @description The function that gives back what it did. */
            undo?: string | null;
        };
        /** @description A place that a plugin may reach. */
        PluginHost: {
            /** @description Scheme, host and port. */
            origin?: string | null;
            /** @description Whether it may lie at a private address. */
            private: boolean;
            /** @description The setting that names it, where the installation does. */
            setting?: string | null;
        };
        /** @description A secret, by name. */
        PluginSecret: {
            /** @description Whether this installation has a value of it. */
            given: boolean;
            /** @description Its name. */
            name: string;
        };
        /**
         * @description How a plugin stands.
         * @enum {string}
         */
        PluginState: "ready" | "failing";
        /** @description A plugin. */
        PluginView: {
            /** @description Events that it may report. */
            events: string[];
            /**
             * Format: int64
             * @description Those among them that failed before.
             */
            failing: number;
            /** @description The last of these, at most 10. */
            failures: components["schemas"]["PluginFailure"][];
            /** @description Its functions. */
            functions: components["schemas"]["PluginFunction"][];
            /** @description What it may reach. */
            hosts: components["schemas"]["PluginHost"][];
            /** @description Its name. */
            name: string;
            /** @description The modules under which workflows see it. */
            provides: string[];
            /** @description `script`, `http`, or `pages` where it has nothing else. */
            runtime: string;
            /** @description Its secrets. */
            secrets: components["schemas"]["PluginSecret"][];
            /** @description How it stands. */
            state: components["schemas"]["PluginState"];
            /** @description Its version, as its author counts. */
            version: string;
            /**
             * Format: int64
             * @description Calls that are still to be made.
             */
            waiting: number;
            /** @description Where its pages are. */
            web?: string | null;
            /** @description What is missing of its pages. */
            web_missing?: string | null;
        };
        /** @description What a text of policy.toml says. */
        PolicyRead: {
            /** @description Where it is none. */
            faults: components["schemas"]["Fault"][];
            /** @description All of it, days and moments as texts; absent where the text is no TOML. */
            policy?: Record<string, never> | null;
        };
        /** @description A text of policy.toml. */
        PolicyText: {
            /** @description TOML. */
            text: string;
        };
        /** @description What policy.toml shall say. */
        PolicyWish: {
            /** @description All that it shall say; what is not in it, or null, is taken out. */
            policy: Record<string, never>;
            /** @description The text that it is written into. */
            text: string;
        };
        /** @description The text that says it. */
        PolicyWritten: {
            /** @description TOML. */
            text: string;
        };
        /** @description A step that a request will or may come to. */
        PreviewStep: {
            /** @description Its varying part; ‹…› is not known yet. */
            about?: string | null;
            /** @description How long they have from the opening: `2wd`. */
            due_in?: string | null;
            /** @description Whom it will ask. */
            for: components["schemas"]["StepFor"];
            /** @description What it is. */
            kind: components["schemas"]["RowKind"];
            /** @description Whom their silence asks in addition, level by level, with times if it opened now; for staff. */
            ladder?: components["schemas"]["LevelWhy"][];
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description Yeses that settle an approval.
             */
            needed?: number | null;
            /** @description Its node in the graph. */
            node: string;
            /** @description What their silence does then. */
            on_timeout?: string | null;
            /** @description On which answer it depends; absent where it comes in any case. */
            when?: string | null;
        };
        /** @description What a request will come to. */
        PreviewView: {
            cost?: components["schemas"]["Cost"] | null;
            /** @description All ways that it may take. */
            graph: components["schemas"]["Graph"];
            /** @description What the person has open of the same item, as far as the caller sees it. */
            known?: components["schemas"]["KnownTicket"][];
            /** @description Places of the script that no way comes to; for staff. */
            not_reached?: components["schemas"]["Unreached"][];
            resolve_due?: components["schemas"]["Time"] | null;
            respond_due?: components["schemas"]["Time"] | null;
            /** @description Steps in the order in which they come, those of bad answers last. */
            steps: components["schemas"]["PreviewStep"][];
        };
        /** @description Body of `POST /catalog/{item}/preview`. */
        PreviewWish: {
            /**
             * @description Texts by path that are not published yet, `null` for a file that goes: for
             *     who may publish them. What is in force when absent.
             */
            files?: Record<string, never> | null;
            /** @description The filled form. */
            form?: Record<string, never>;
            /** @description Username of whom it is for; the caller when absent. */
            requested_for?: string | null;
        };
        /** @description Why a call was refused (contracts.md "A problem"). */
        ProblemDocument: {
            /** @description What would be allowed. */
            allowed?: string[];
            /** @description Stable code. */
            code: components["schemas"]["Code"];
            /** @description What is wrong here. */
            detail: string;
            /**
             * @description One entry per error, with a JSON Pointer into the body (or the name of a
             *     query parameter).
             */
            errors?: components["schemas"]["FieldError"][];
            /** @description Faults of scripts and schemas. */
            faults?: components["schemas"]["Fault"][];
            /** @description Names this call in the logs. */
            request_id: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What the code means, in the caller's language. */
            title: string;
            /**
             * @description `/problems/CODE`.
             * @example /problems/invalid
             */
            type: string;
        };
        /** @description What a code means: of a problem, or of a fault in scripts and other content. */
        ProblemKind: {
            /** @description The code. */
            code: string;
            /** @description What comes to a fault. */
            example?: string | null;
            /** @description What a fault means. */
            meaning?: string | null;
            /** @description How a fault is mended. */
            remedy?: string | null;
            /**
             * Format: int32
             * @description The HTTP status of a problem.
             */
            status?: number | null;
            /** @description In a few words. */
            title: string;
        };
        /** @description Facts of a problem. */
        ProblemPatch: {
            /** @description Whether all are shown that it is a known error; wants a public title. */
            known_error?: boolean | null;
            /** @description What it is called there. */
            public_title?: string | null;
            /** @description Why incidents come of it. */
            root_cause?: string | null;
            /** @description How people help themselves meanwhile; public. */
            workaround?: string | null;
        };
        /** @description Of a problem. */
        ProblemView: {
            /**
             * Format: int32
             * @description How many have said that it hits them as well.
             */
            affected: number;
            /** @description Whether all are shown that it is a known error. */
            known_error: boolean;
            /** @description What it is called there. */
            public_title?: string | null;
            /** @description Why incidents come of it; for staff. */
            root_cause?: string | null;
            /** @description How people help themselves meanwhile. */
            workaround?: string | null;
        };
        /**
         * @description How far somebody of the desk may go by themselves (requirements row 202).
         * @enum {string}
         */
        Profile: "log" | "scripted" | "expert";
        /** @description A new text of a workflow. */
        Proposal: {
            /** @description The text. */
            source: string;
        };
        /** @description A proposed release with what it would mean now. */
        ProposalDetail: components["schemas"]["ProposalEntry"] & {
            /** @description Files that it would change, against what is in force. */
            changes: components["schemas"]["FileChange"][];
            /** @description What the check finds now in what would be in force. */
            faults: components["schemas"]["Fault"][];
            /** @description Paths that somebody else has changed since it was proposed: it cannot be approved any more. */
            outdated: string[];
            plan?: components["schemas"]["Plan"] | null;
        };
        /** @description A proposed release. */
        ProposalEntry: {
            /** @description Proposed at. */
            at: components["schemas"]["Time"];
            /** @description By whom (a username). */
            author: string;
            decided_at?: components["schemas"]["Time"] | null;
            /** @description Who approved, rejected or withdrew it. */
            decided_by?: string | null;
            /** @description Its id. */
            id: string;
            /** @description Why. */
            note: string;
            /** @description Paths that it changes. */
            paths: string[];
            /** @description Why it was rejected. */
            reason?: string | null;
            /** @description The release that it became. */
            release?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["ProposalState"];
        };
        /**
         * @description Where a proposal stands.
         * @enum {string}
         */
        ProposalState: "open" | "published" | "rejected" | "withdrawn";
        /** @description What came of it. */
        Publication: {
            /** @description Paths that it changed; none where all was as wished already. */
            changed: string[];
            /** @description Those that were to go on and could not, with the reason. */
            kept: components["schemas"]["Diverging"][];
            /** @description Numbers of tickets that go on under the new version. */
            migrated: string[];
            /** @description Where the policy wants a second pair of eyes: the proposal that this has become. */
            proposal?: string | null;
            /** @description The release in force now. */
            release?: string | null;
            /** @description What the check warns of in what is in force now. */
            warnings?: components["schemas"]["Fault"][];
        };
        /** @description One queue. */
        QueueView: {
            /**
             * @description Exact to 10,000, then `10000+`; `37+` where there was no time to count on.
             * @example 12
             */
            count: string;
            /**
             * @description The query string that lists its tickets.
             * @example status=new,accepted,assigned,escalated&unassigned=true&my_groups=true
             */
            filters: string;
            /**
             * @description Names it for ever: `my_open`, `unassigned`, `group/NAME`, `view/ID`.
             * @example unassigned
             */
            key: string;
            /** @description What it is called. */
            name: string;
            /** @description As in a list. */
            sort: string;
            view?: components["schemas"]["SavedViewId"] | null;
        };
        /** @description How far an approval is. */
        QuorumView: {
            /**
             * Format: int32
             * @description Yeses so far.
             */
            approved: number;
            /**
             * Format: int32
             * @description Yeses that settle it.
             */
            needed: number;
            /**
             * Format: int32
             * @description Who may vote, as a number.
             */
            of: number;
            /**
             * Format: int32
             * @description Noes so far.
             */
            rejected: number;
        };
        /** @description The last time that a manager was told. */
        RaisedView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            by?: components["schemas"]["PersonView"] | null;
            /** @description Why. */
            reason: string;
        };
        /** @description Body of `rating`, and of an invitation's link. */
        Rate: {
            /**
             * Format: int64
             * @description From 1, not at all satisfied, to 5, very satisfied.
             */
            score: number;
            /** @description In words. */
            text?: string | null;
        };
        /** @description How satisfied somebody was. */
        RatingView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Who gave it. */
            by: components["schemas"]["PersonView"];
            /**
             * Format: int32
             * @description From 1 to 5.
             */
            score: number;
            /** @description In words. */
            text?: string | null;
        };
        /** @description Up to where messages were read. */
        ReadUpTo: {
            /**
             * @description The newest message that was seen; what came after it stays unread.
             * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b31
             */
            up_to: string;
        };
        /** @description A reason of a closure. */
        ReasonCodeView: components["schemas"]["CodeView"] & {
            /**
             * @description The closure code that it stands under.
             * @example succeeded
             */
            closure_code: string;
        };
        /** @description Body of `reclassify`. */
        Reclassify: {
            /** @description The filled form of that item. */
            form?: Record<string, never>;
            /** @description The catalog item's name. */
            item: string;
            /** @description Why. */
            reason: string;
        };
        /** @description Body of `reject`. */
        Rejection: {
            /** @description Why. */
            reason: string;
        };
        /** @description One release with what it changed. */
        ReleaseDetail: components["schemas"]["ReleaseEntry"] & {
            /** @description Files that differ from the release before it. */
            changes: components["schemas"]["FileChange"][];
        };
        /** @description One release. */
        ReleaseEntry: {
            /** @description Published at. */
            at: components["schemas"]["Time"];
            /** @description By whom (a username); nobody when it came from a folder. */
            author?: string | null;
            /** @description The release. */
            id: string;
            /** @description Why. */
            note: string;
            /** @description The one before it. */
            parent?: string | null;
        };
        /** @description A reply with what a ticket says in its placeholders' places. */
        RenderedReply: {
            /** @description The language of the text. */
            language: string;
            /** @description The reply's name. */
            name: string;
            /** @description The text, ready to be sent. */
            text: string;
        };
        /** @description Body of a step's `reopen`. */
        Reopen: {
            /** @description Why it is to be done again. */
            reason: string;
        };
        /** @description Body of a ticket's `reopen`. */
        ReopenTicket: {
            /** @description What is still missing. */
            reason: string;
        };
        /** @description Body of `resolve`. */
        Resolve: {
            /**
             * @description What they may do instead: words, or the name of a catalog item that the requester may ask for. Compulsory with
             *     the reason `out_of_scope`.
             */
            better_way?: string | null;
            /** @description Whether the tickets that are part of it, or were caused by it, are resolved with it. */
            children?: boolean | null;
            /** @description One of policy.toml `[closure_reasons]`. */
            closure_reason?: string | null;
            /** @description The service request manager resolves though steps are open; wants this reason. */
            force?: string | null;
            /** @description The knowledge decision: `create`, `update`, `exists`, `none`; the policy's preset when absent. */
            knowledge?: string | null;
            /** @description `done` (default) or `failed`. */
            outcome?: string | null;
            /** @description What was done; compulsory. */
            resolution: string;
        };
        /** @description Body of `restrict`. */
        Restrict: {
            /** @description The one group whose staff see the ticket from now on. */
            group: string;
            /** @description Why. */
            reason: string;
        };
        /** @description Body of `resume`. */
        Resume: {
            /**
             * @description `true`: on the version of the workflow that is published now; `false`: on its own. When absent on its own where
             *     that goes on again, else on the published one.
             */
            migrate?: boolean | null;
        };
        /** @description How much may go wrong, and what. */
        Risk: {
            /** @description How much. */
            level: components["schemas"]["RiskLevel"];
            /** @description What. */
            text?: string | null;
        };
        /**
         * @description How much may go wrong.
         * @enum {string}
         */
        RiskLevel: "low" | "medium" | "high";
        /**
         * @description The roles of the process (ITIL service request fulfilment; requirements rows 12–26).
         * @enum {string}
         */
        Role: "requester" | "agent" | "handler" | "approver" | "service_request_manager" | "knowledge_manager" | "author" | "admin" | "integrator" | "auditor";
        /**
         * @description What a row is. The first eight wait; the others are settled in the run that
         *     reaches them.
         * @enum {string}
         */
        RowKind: "approval" | "cost" | "task" | "work" | "question" | "wait" | "plugin" | "ticket" | "effect" | "read" | "join" | "patch" | "end";
        /**
         * @description Where a row stands.
         * @enum {string}
         */
        RowState: "open" | "done" | "failed" | "cancelled";
        /**
         * @description Where a run stands.
         * @enum {string}
         */
        RunState: "running" | "lost" | "done" | "failed" | "skipped";
        /**
         * Format: uuid
         * @description A saved view's id.
         */
        SavedViewId: string;
        /** @description A view as it is shown. */
        SavedViewView: {
            /** @description Whether the caller may change it. */
            changeable: boolean;
            /** @description Names of columns; the reader's own choice when empty. */
            columns: string[];
            /** @description Made at. */
            created_at: components["schemas"]["Time"];
            /** @description The query string that lists its tickets. */
            filters: string;
            /** @description The group that it is shared with. */
            group?: string | null;
            /** @description Id. */
            id: components["schemas"]["SavedViewId"];
            /** @description What it is called. */
            name: string;
            /** @description Username of whose it is. */
            owner: string;
            /** @description Who else sees it. */
            shared: components["schemas"]["Shared"];
            /** @description As in a list. */
            sort: string;
            /** @description Changed at. */
            updated_at: components["schemas"]["Time"];
        };
        /** @description One form with its text. */
        SchemaText: {
            /** @description Its name: a catalog item's, or that of a form of tasks and questions. */
            name: string;
            /** @description The whole schema, its fields in the author's order. */
            schema: Record<string, never>;
            /** @description Its text, as its author wrote it. */
            source: string;
            /** @description The version in force: a hash of its text. */
            version: string;
        };
        /**
         * @description What somebody stands in for. An empty list narrows nothing; with both lists
         *     both must fit.
         */
        Scope: {
            /** @description Only tickets of these catalog items. */
            items?: string[];
            /** @description Only steps of these kinds: `approval`, `cost`, `task`, `work`, `question`. */
            kinds?: components["schemas"]["RowKind"][];
        };
        /** @description A session that began. */
        Session: {
            /** @description When it ends by itself. */
            expires_at: components["schemas"]["Time"];
            /** @description To be sent as `Authorization: Bearer …`; absent where a cookie was asked for. */
            token?: string | null;
            /** @description Who signed in. */
            user: components["schemas"]["MeView"];
        };
        /**
         * @description How bad a fault is.
         * @enum {string}
         */
        Severity: "error" | "warning" | "hint";
        /**
         * @description Who sees a view beside its owner.
         * @enum {string}
         */
        Shared: "nobody" | "group" | "all";
        /** @description Who signs in. */
        SignIn: {
            /** @description Whether a browser wants a cookie in the place of the token. */
            cookie?: boolean;
            /** @description Password. */
            password: string;
            /** @description Username. */
            username: string;
        };
        /** @description Body of `POST /steps/{id}/skip`. */
        Skip: {
            /** @description Why; at least 5 characters. */
            reason: string;
        };
        /** @description The service level's clock. */
        SlaView: {
            /** @description The service level. */
            name: string;
            /** @description Whether it stands still now. */
            paused: boolean;
            /** @description Resolution overdue or too late. */
            resolve_breached: boolean;
            resolve_due?: components["schemas"]["Time"] | null;
            /** @description Response overdue or too late. */
            respond_breached: boolean;
            respond_due?: components["schemas"]["Time"] | null;
            responded_at?: components["schemas"]["Time"] | null;
            started_at?: components["schemas"]["Time"] | null;
        };
        /** @description Body of `split`. */
        Split: {
            /** @description The filled form of that item. */
            form?: Record<string, never>;
            /** @description The catalog item of the new ticket. */
            item: string;
            /** @description Why it is a ticket of its own. */
            reason: string;
            /** @description Its title; the item's when absent. */
            title?: string | null;
        };
        /**
         * @description Where a ticket stands.
         * @enum {string}
         */
        Status: "new" | "accepted" | "assigned" | "escalated" | "resolved" | "closed";
        /** @description Body of `POST /steps/{id}/answer`. */
        StepAnswer: {
            /** @description Rejection code, refusal code; of work a closure reason. */
            code?: string | null;
            /** @description What is said with it. */
            comment?: string | null;
            /** @description approval `approved rejected returned`; cost `confirmed declined`; task `done failed skipped`; work `done failed`; question `answered`; wait `skipped`, for an event `arrived`; ticket, by the owner, `succeeded failed`; plugin by hand `done refused`. */
            outcome: string;
            /**
             * @description The form's fields; of a question without a form `answer`; of work `resolution`, `workaround`, `minutes`, `cost`,
             *     `better_way` and its form; a plugin's output by hand.
             */
            output?: Record<string, never> | null;
            /** @description The `seen` of the step as it was shown. */
            seen?: string | null;
        };
        /** @description Whom a step waits for. */
        StepFor: {
            /** @description Groups by name. */
            groups: string[];
            /** @description People by name. */
            users: components["schemas"]["PersonView"][];
        };
        /**
         * Format: uuid
         * @description A journal row's id; of a waiting row it is the step's id in the API.
         */
        StepId: string;
        /** @description A step (contracts.md "A step"). */
        StepView: {
            /** @description Its varying part. */
            about?: string | null;
            /** @description What the caller may do to it now. */
            actions?: string[];
            answered_at?: components["schemas"]["Time"] | null;
            answered_by?: components["schemas"]["PersonView"] | null;
            /** @description Options, amounts and what is shown; only for staff and who is asked. */
            arguments: Record<string, never>;
            carried_from?: components["schemas"]["StepId"] | null;
            /** @description Comment of the answer; only for staff and who is asked. */
            comment?: string | null;
            due_at?: components["schemas"]["Time"] | null;
            /** @description Whom it waits for. */
            for: components["schemas"]["StepFor"];
            form?: components["schemas"]["AskedFormView"] | null;
            /** @description The step's id, for `/steps/{id}/answer`. */
            id: components["schemas"]["StepId"];
            /** @description What it is. */
            kind: components["schemas"]["RowKind"];
            /** @description Its name. */
            name: string;
            on_behalf_of?: components["schemas"]["PersonView"] | null;
            /** @description Opened at. */
            opened_at: components["schemas"]["Time"];
            /** @description Who opened it. */
            origin: components["schemas"]["Origin"];
            /** @description What it came to. */
            outcome?: string | null;
            /** @description The answer's fields; only for staff and who is asked. */
            output?: Record<string, never> | null;
            /** @description Its path in the script. */
            path: string;
            quorum?: components["schemas"]["QuorumView"] | null;
            /**
             * Format: int32
             * @description The run it belongs to.
             */
            run: number;
            /** @description Hash of what is shown, to be sent back with the answer. */
            seen?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["RowState"];
            /** @description Explanation for who answers. */
            text?: string | null;
            /** @description The ticket's number. */
            ticket: string;
            /** @description Votes; only for staff and who is asked. */
            votes: components["schemas"]["VoteView"][];
        };
        /** @description Why the ticket waits at one step. */
        StepWhy: {
            /** @description Its varying part. */
            about?: string | null;
            /** @description Whom the script named, `manager_of(ann)`; for staff. */
            asked?: string[];
            due_at?: components["schemas"]["Time"] | null;
            /** @description By whom: names of people and groups. */
            for: string[];
            /** @description What the script passed to the step; for staff. */
            inputs?: Record<string, never> | null;
            /** @description What it is. */
            kind: components["schemas"]["RowKind"];
            /** @description The levels that it will go up if nobody answers, with their times; for staff. */
            ladder?: components["schemas"]["LevelWhy"][];
            /** @description What went wrong at the last attempt of a plugin call; for staff. */
            last_error?: string | null;
            /**
             * Format: int32
             * @description How often it was asked one level higher.
             */
            level: number;
            /** @description What would move it on, in the caller's language. */
            moves_on: string;
            /** @description Its name. */
            name: string;
            /** @description What comes by itself, soonest first. */
            next: components["schemas"]["Moment"][];
            place?: components["schemas"]["Place"] | null;
            /** @description Since when. */
            since: components["schemas"]["Time"];
            /** @description The step's id. */
            step: components["schemas"]["StepId"];
        };
        /** @description Body of `POST /tickets`. */
        Submit: {
            /**
             * @description Source channel; when absent `phone` where staff type it in for somebody else, else `portal`.
             *     Who is no staff says `portal`, `app`, `intranet`, `chat`, `wechat` or `api`.
             */
            channel?: string | null;
            contact?: components["schemas"]["Contact"] | null;
            /** @description Description. */
            description?: string | null;
            /**
             * @description The closed ticket that it follows: what was rejected or not done well enough
             *     is asked for again.
             * @example SR-000119
             */
            follows?: string | null;
            /** @description The filled form. */
            form?: Record<string, never>;
            /** @description Row of the priority matrix. */
            impact?: string | null;
            /** @description The catalog item's name. */
            item: string;
            /** @description The version of the form that was filled in; refused where another is in force. */
            item_version?: string | null;
            /** @description Location; the person's when absent. */
            location?: string | null;
            /** @description Username of whom it is for; the caller when absent. */
            requested_for?: string | null;
            /** @description Title; the item's when absent. */
            title?: string | null;
            /** @description Column of the priority matrix. */
            urgency?: string | null;
        };
        /** @description One template of the gallery. */
        TemplateEntry: {
            /** @description Category. */
            category: string;
            /** @description Description. */
            description: string;
            /** @description What a ticket of it is. */
            kind: components["schemas"]["Kind"];
            /** @description Its name. */
            name: string;
            /** @description Title. */
            title: string;
        };
        /** @description One template with its files. */
        TemplateView: components["schemas"]["TemplateEntry"] & {
            /** @description Texts by path in the content folder. */
            files: Record<string, never>;
        };
        /** @description One text that a workflow or a form had. */
        TextVersion: {
            /** @description Published at. */
            at: components["schemas"]["Time"];
            /** @description By whom (a username); nobody when it came from a folder. */
            author?: string | null;
            /** @description Hash of the text. */
            hash: string;
            /** @description Why. */
            note: string;
            /** @description The release that brought it. */
            release: string;
        };
        /** @description A ticket (contracts.md "A ticket"). */
        TicketView: {
            accepted_at?: components["schemas"]["Time"] | null;
            /** @description What the caller may do now. */
            actions: string[];
            around?: components["schemas"]["AroundView"] | null;
            assignee?: components["schemas"]["PersonView"] | null;
            auto_closed: boolean;
            better_way?: components["schemas"]["BetterWayView"] | null;
            cancel_wish?: components["schemas"]["CancelWishView"] | null;
            category: string;
            change?: components["schemas"]["ChangeView"] | null;
            channel: string;
            closed_at?: components["schemas"]["Time"] | null;
            closure_code?: components["schemas"]["ClosureCode"] | null;
            closure_reason?: string | null;
            contact?: components["schemas"]["Contact"] | null;
            cost?: components["schemas"]["Cost"] | null;
            created_at: components["schemas"]["Time"];
            description: string;
            /** Format: int32 */
            escalation_level: number;
            fault?: components["schemas"]["FaultView"] | null;
            flags: components["schemas"]["Flags"];
            follow_up?: components["schemas"]["FollowUpView"] | null;
            /** @description The form as sent; absent in lists. */
            form?: Record<string, never> | null;
            group?: string | null;
            handed_back?: components["schemas"]["HandBackView"] | null;
            headline: string;
            hold?: components["schemas"]["HoldView"] | null;
            impact: string;
            incident?: components["schemas"]["IncidentView"] | null;
            item: string;
            kind: components["schemas"]["Kind"];
            knowledge?: components["schemas"]["KnowledgeView"] | null;
            /** @description What it has to do with; of one ticket, not in lists. */
            links?: components["schemas"]["LinkView"][];
            location?: string | null;
            needed_by?: components["schemas"]["Time"] | null;
            /** @example SR-000123 */
            number: string;
            /** @description Whether somebody goes to see whom it is for; for those who see who is a VIP. */
            on_site?: boolean | null;
            opened_by: components["schemas"]["PersonView"];
            owner?: components["schemas"]["PersonView"] | null;
            owner_group?: string | null;
            priority: string;
            priority_override?: components["schemas"]["OverrideView"] | null;
            problem?: components["schemas"]["ProblemView"] | null;
            raised?: components["schemas"]["RaisedView"] | null;
            rating?: components["schemas"]["RatingView"] | null;
            rejection_code?: string | null;
            remarks?: string | null;
            /**
             * Format: int32
             * @description How often it was reopened.
             */
            reopened?: number;
            requested_for: components["schemas"]["PersonView"];
            requester: components["schemas"]["PersonView"];
            resolution?: string | null;
            resolved_at?: components["schemas"]["Time"] | null;
            restricted_to?: string | null;
            /** Format: int32 */
            run: number;
            services: string[];
            sla?: components["schemas"]["SlaView"] | null;
            stage?: string | null;
            status: components["schemas"]["Status"];
            tags: string[];
            title: string;
            updated_at: components["schemas"]["Time"];
            urgency: string;
            /** Format: int64 */
            version: number;
            waiting: components["schemas"]["WaitView"][];
            waiting_on: components["schemas"]["RowKind"][];
            /** @description Whether the caller watches it. */
            watching?: boolean;
            work?: components["schemas"]["WorkSumView"] | null;
        };
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with `Z`, microseconds
         */
        Time: string;
        /**
         * Format: uuid
         * @description An API token's id.
         */
        TokenId: string;
        /** @description An API token as its owner sees it. */
        TokenView: {
            /** @description Made at. */
            created_at: components["schemas"]["Time"];
            expires_at?: components["schemas"]["Time"] | null;
            /** @description Id. */
            id: components["schemas"]["TokenId"];
            /** @description What its owner calls it. */
            name: string;
        };
        /** @description Body of `transfer`. */
        Transfer: {
            /** @description Why. */
            reason: string;
            /** @description Username of who is asked instead. */
            to: string;
        };
        /** @description What came of the scenarios of a workflow. */
        Trial: {
            coverage?: components["schemas"]["TrialCoverage"] | null;
            /** @description How many failed. */
            failed: number;
            /** @description Names of scenarios that were not run any more: too many, or the time was over. */
            not_run: string[];
            /** @description How many passed. */
            passed: number;
            /** @description Each scenario that was run, by file and name. */
            results: components["schemas"]["TrialResult"][];
        };
        /** @description What of a workflow its scenarios went through. */
        TrialCoverage: {
            /** @description Branches there are. */
            all: number;
            /** @description What never happened. */
            missing: components["schemas"]["NeverTaken"][];
            /** @description Branches that were taken. */
            taken: number;
        };
        /** @description What came of one scenario. */
        TrialResult: {
            fault?: components["schemas"]["Fault"] | null;
            /** @description Its file in the content folder. */
            file: string;
            /** @description Why it failed. */
            message?: string | null;
            /** @description What it proves. */
            name: string;
            /** @description Whether it passed. */
            passed: boolean;
            /**
             * Format: double
             * @description How long it took.
             */
            seconds: number;
        };
        /** @description Body of `POST /workflows/{name}/test`. */
        TrialWish: {
            /**
             * @description Texts by path that are not published yet, `null` for a file that goes: the
             *     scenarios, the workflow, whatever else they concern. What is in force when absent.
             */
            files?: Record<string, never> | null;
        };
        /** @description A place of the script that no run came to. */
        Unreached: {
            /** @description Where. */
            place: components["schemas"]["Place"];
            /** @description What stands there: `approval "Finance"`. */
            what: string;
        };
        /** @description Body of `PATCH /users/{username}` (RFC 7396): what is absent stays. */
        UserPatch: {
            /** @description Whether they may act and be asked; `false` ends their sessions. */
            active?: boolean | null;
            /** @description The calendar of policy.toml that they work by. */
            calendar?: string | null;
            /** @description Of which categories an author writes items: exactly these; `*` is every one. */
            categories?: string[] | null;
            /** @description Department. */
            department?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Names of groups: exactly these. */
            groups?: string[] | null;
            /** @description BCP 47 tag of the language that texts are shown in. */
            language?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description The line manager's username. */
            manager?: string | null;
            /** @description Name as shown. */
            name?: string | null;
            /** @description Telephone. */
            phone?: string | null;
            profile?: components["schemas"]["Profile"] | null;
            /** @description Roles: exactly these; everybody is a requester. */
            roles?: components["schemas"]["Role"][] | null;
            /** @description What they know about: exactly these. */
            skills?: string[] | null;
            /** @description Username of who stands in. */
            substitute?: string | null;
            /** @description IANA time zone. */
            zone?: string | null;
        };
        /** @description A person's record. */
        UserView: {
            /** @description Whether they may act and be asked. */
            active: boolean;
            /** @description The calendar of policy.toml that they work by. */
            calendar?: string | null;
            /** @description Of which categories an author writes items; `*` is every one. */
            categories: string[];
            /** @description Department. */
            department?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Names of groups. */
            groups: string[];
            /** @description BCP 47 tag of the language that texts are shown in. */
            language: string;
            /** @description Location. */
            location?: string | null;
            /** @description The line manager's username. */
            manager?: string | null;
            /** @description Name as shown. */
            name: string;
            /** @description Telephone. */
            phone?: string | null;
            /** @description How far they may go by themselves. */
            profile: components["schemas"]["Profile"];
            /** @description Roles. */
            roles: components["schemas"]["Role"][];
            /** @description What they know about. */
            skills: string[];
            /** @description Username of who stands in. */
            substitute?: string | null;
            /** @description Sign-in name. */
            username: string;
            /** @description IANA time zone. */
            zone: string;
        };
        /** @description Body of `PATCH /views/{id}`: what is absent stays. */
        ViewPatch: {
            /** @description Names of columns. */
            columns?: string[] | null;
            /** @description The query string of a list. */
            filters?: string | null;
            /** @description Name of the group that it is shared with. */
            group?: string | null;
            /** @description What it is called. */
            name?: string | null;
            shared?: components["schemas"]["Shared"] | null;
            /** @description As in a list. */
            sort?: string | null;
        };
        /**
         * @description Who may use a reply.
         * @enum {string}
         */
        Visibility: "own" | "group" | "all";
        /** @description One vote. */
        VoteView: {
            /** @description When. */
            at: components["schemas"]["Time"];
            /** @description Who. */
            by: components["schemas"]["PersonView"];
            /** @description Rejection code. */
            code?: string | null;
            /** @description Comment. */
            comment?: string | null;
            on_behalf_of?: components["schemas"]["PersonView"] | null;
            /** @description `approved` or `rejected`. */
            outcome: components["schemas"]["Ballot"];
        };
        /** @description One thing that a ticket waits for. */
        WaitView: {
            due_at?: components["schemas"]["Time"] | null;
            /** @description By whom: names of people and groups. */
            for: string[];
            /** @description Kind of the open step. */
            kind: components["schemas"]["RowKind"];
            /** @description Its name. */
            name: string;
            /** @description `person`, `group`, `plugin`, `time`, `event` or `ticket`. */
            party: string;
            /** @description Since when. */
            since: components["schemas"]["Time"];
        };
        /** @description Body of `watchers`. */
        Watch: {
            /** @description Username of who is to watch; the caller when absent. Others are named by staff. */
            user?: string | null;
        };
        /** @description Somebody who watches a ticket. */
        WatcherView: {
            /** @description Who made them watch it. */
            by: components["schemas"]["PersonView"];
            /** @description Who. */
            person: components["schemas"]["PersonView"];
            /** @description Since when. */
            since: components["schemas"]["Time"];
        };
        /** @description A person, with the password that is told this once. */
        Welcome: components["schemas"]["UserView"] & {
            /** @description The password, made up here, told once and never again; absent on a repeat. */
            password?: string | null;
        };
        /** @description It is well. */
        Well: {
            /** @description `live` or `ready`. */
            status: string;
        };
        /** @description From when to when. */
        Window: {
            /** @description Begins. */
            from: components["schemas"]["Time"];
            /** @description Ends. */
            to: components["schemas"]["Time"];
        };
        /** @description What an author wishes for. */
        Wish: {
            /** @description Texts by path in the content folder; `null` removes a file. */
            files: Record<string, never>;
            /** @description Which open tickets go on under the new versions. */
            migrate?: components["schemas"]["Migrate"];
            /** @description Why. */
            note?: string | null;
            /** @description The release that the author has seen; another one in force is 412. */
            parent?: string | null;
        };
        /** @description Body of `POST /steps/{id}/withdraw`. */
        Withdrawal: {
            /** @description Why. */
            reason?: string | null;
        };
        /**
         * Format: uuid
         * @description The id of an entry of the work log.
         */
        WorkId: string;
        /** @description What one person worked on a ticket. */
        WorkOfView: {
            /**
             * Format: int64
             * @description For how many minutes.
             */
            minutes: number;
            /** @description Who. */
            person: components["schemas"]["PersonView"];
        };
        /** @description The sum of a ticket's work log. */
        WorkSumView: {
            /** @description By person. */
            by: components["schemas"]["WorkOfView"][];
            /**
             * Format: int32
             * @description How many entries there are.
             */
            entries: number;
            /**
             * Format: int64
             * @description All minutes.
             */
            minutes: number;
        };
        /** @description An entry of the work log. */
        WorkView: {
            /** @description Who worked. */
            author: components["schemas"]["PersonView"];
            corrected_at?: components["schemas"]["Time"] | null;
            /** @description What it said before, oldest first; of one entry. */
            history?: components["schemas"]["FormerWorkView"][] | null;
            /** @description Id. */
            id: components["schemas"]["WorkId"];
            /** @description When it was written down. */
            logged_at: components["schemas"]["Time"];
            /**
             * Format: int32
             * @description For how many minutes; below 0 where what was logged too much is taken back.
             */
            minutes: number;
            /** @description What was done. */
            note: string;
            step?: components["schemas"]["StepId"] | null;
            /** @description When it was done. */
            when: components["schemas"]["Time"];
        };
        /** @description One workflow. */
        WorkflowEntry: {
            /** @description What its author says of it. */
            doc: string;
            /** @description Catalog items that it carries. */
            items: string[];
            /** @description Its name. */
            name: string;
            /** @description The version in force: a hash over its text and its libraries. */
            version: string;
        };
        /** @description One workflow with its text. */
        WorkflowText: components["schemas"]["WorkflowEntry"] & {
            /** @description Path in the content folder. */
            path: string;
            /** @description Its text. */
            source: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_absences: {
        parameters: {
            query?: {
                /** @description Username; for admins and service request managers anybody's, else one's own. */
                user?: string;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of absences */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from": "2026-01-06T06:05:00.000000Z",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "person": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "registered_at": "2026-01-06T06:05:00.000000Z",
                     *           "registered_by": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "scope": {
                     *             "kinds": [
                     *               "approval"
                     *             ]
                     *           },
                     *           "state": "planned",
                     *           "substitute": {
                     *             "name": "Mia Wolf",
                     *             "username": "mia"
                     *           },
                     *           "to": "2026-01-08T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AbsenceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    register_absence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-07-06T00:00:00Z",
                 *       "scope": {
                 *         "kinds": [
                 *           "approval"
                 *         ]
                 *       },
                 *       "substitute": "mia",
                 *       "to": "2026-07-20T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            /** @description The absence */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-01-06T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "person": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "registered_at": "2026-01-06T06:05:00.000000Z",
                     *       "registered_by": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "scope": {
                     *         "kinds": [
                     *           "approval"
                     *         ]
                     *       },
                     *       "state": "planned",
                     *       "substitute": {
                     *         "name": "Mia Wolf",
                     *         "username": "mia"
                     *       },
                     *       "to": "2026-01-08T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The absence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-01-06T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "person": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "registered_at": "2026-01-06T06:05:00.000000Z",
                     *       "registered_by": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "scope": {
                     *         "kinds": [
                     *           "approval"
                     *         ]
                     *       },
                     *       "state": "planned",
                     *       "substitute": {
                     *         "name": "Mia Wolf",
                     *         "username": "mia"
                     *       },
                     *       "to": "2026-01-08T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    end_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody stands in any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-07-22T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["AbsencePatch"];
            };
        };
        responses: {
            /** @description The absence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-01-06T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "person": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "registered_at": "2026-01-06T06:05:00.000000Z",
                     *       "registered_by": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "scope": {
                     *         "kinds": [
                     *           "approval"
                     *         ]
                     *       },
                     *       "state": "planned",
                     *       "substitute": {
                     *         "name": "Mia Wolf",
                     *         "username": "mia"
                     *       },
                     *       "to": "2026-01-08T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    my_appointments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My appointments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cancelled": false,
                     *           "changed_at": "2026-01-06T06:05:00.000000Z",
                     *           "end": "2026-01-07T08:30:00.000000Z",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *           "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *           "note": null,
                     *           "organizer": {
                     *             "name": "Lin Chen",
                     *             "username": "lin"
                     *           },
                     *           "people": [
                     *             {
                     *               "name": "Ann Lee",
                     *               "username": "ann"
                     *             }
                     *           ],
                     *           "place": "Room 4.12",
                     *           "reason": null,
                     *           "sequence": 0,
                     *           "start": "2026-01-07T08:00:00.000000Z",
                     *           "ticket": "SR-000123",
                     *           "title": "Laptop",
                     *           "zone": "Asia/Shanghai"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_appointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The appointment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cancelled": false,
                     *       "changed_at": "2026-01-06T06:05:00.000000Z",
                     *       "end": "2026-01-07T08:30:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *       "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *       "note": null,
                     *       "organizer": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "people": [
                     *         {
                     *           "name": "Ann Lee",
                     *           "username": "ann"
                     *         }
                     *       ],
                     *       "place": "Room 4.12",
                     *       "reason": null,
                     *       "sequence": 0,
                     *       "start": "2026-01-07T08:00:00.000000Z",
                     *       "ticket": "SR-000123",
                     *       "title": "Laptop",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_appointment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "end": "2026-01-07T09:30:00Z",
                 *       "start": "2026-01-07T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["AppointmentPatch"];
            };
        };
        responses: {
            /** @description The appointment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cancelled": false,
                     *       "changed_at": "2026-01-06T06:05:00.000000Z",
                     *       "end": "2026-01-07T08:30:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *       "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *       "note": null,
                     *       "organizer": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "people": [
                     *         {
                     *           "name": "Ann Lee",
                     *           "username": "ann"
                     *         }
                     *       ],
                     *       "place": "Room 4.12",
                     *       "reason": null,
                     *       "sequence": 0,
                     *       "start": "2026-01-07T08:00:00.000000Z",
                     *       "ticket": "SR-000123",
                     *       "title": "Laptop",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    cancel_appointment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It works again."
                 *     }
                 */
                "application/json": components["schemas"]["CancelAppointment"];
            };
        };
        responses: {
            /** @description The appointment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cancelled": false,
                     *       "changed_at": "2026-01-06T06:05:00.000000Z",
                     *       "end": "2026-01-07T08:30:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *       "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *       "note": null,
                     *       "organizer": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "people": [
                     *         {
                     *           "name": "Ann Lee",
                     *           "username": "ann"
                     *         }
                     *       ],
                     *       "place": "Room 4.12",
                     *       "reason": null,
                     *       "sequence": 0,
                     *       "start": "2026-01-07T08:00:00.000000Z",
                     *       "ticket": "SR-000123",
                     *       "title": "Laptop",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    download_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     METHOD:REQUEST
                     *     …
                     */
                    "text/calendar": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    upload_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "…"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description The file */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "expires_at": "2026-01-07T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44",
                     *       "internal": false,
                     *       "media_type": "image/png",
                     *       "name": "screen.png",
                     *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                     *       "size": 48213,
                     *       "uploaded_by": {
                     *         "name": "Ann Berg",
                     *         "username": "ann"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "expires_at": "2026-01-07T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44",
                     *       "internal": false,
                     *       "media_type": "image/png",
                     *       "name": "screen.png",
                     *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                     *       "size": 48213,
                     *       "uploaded_by": {
                     *         "name": "Ann Berg",
                     *         "username": "ann"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    download_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    /** @description `attachment` with the file's name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/octet-stream": number[];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description Username of who did it. */
                actor?: string;
                /** @description What was done. */
                type?: components["schemas"]["Action"];
                /** @description At this time or later. */
                from?: components["schemas"]["Time"];
                /** @description Before this time. */
                to?: components["schemas"]["Time"];
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor": {
                     *             "name": "Dora Beck",
                     *             "username": "dora"
                     *           },
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "data": {},
                     *           "object": null,
                     *           "origin": {
                     *             "address": "192.0.2.7",
                     *             "agent": "browser",
                     *             "door": "none"
                     *           },
                     *           "position": 4711,
                     *           "type": "session.begun"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AuditView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_canned_replies: {
        parameters: {
            query?: {
                /**
                 * @description Only what fits this ticket.
                 * @example SR-000123
                 */
                ticket?: string;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of replies */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "category": "technical",
                     *           "created_at": "2026-01-06T06:05:00.000000Z",
                     *           "editable": false,
                     *           "group": null,
                     *           "item": null,
                     *           "name": "vpn-how-to",
                     *           "owner": {
                     *             "name": "Kim Novak",
                     *             "username": "kim"
                     *           },
                     *           "texts": {
                     *             "en": "Dear {requester.name}, …"
                     *           },
                     *           "title": "How to set up VPN",
                     *           "updated_at": "2026-01-06T06:05:00.000000Z",
                     *           "version": 1,
                     *           "visibility": "all"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CannedReplyView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    create_canned_reply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "vpn-how-to",
                 *       "texts": {
                 *         "en": "Dear {requester.name},\nplease open Settings … ({number})\n{agent.name}"
                 *       },
                 *       "title": "How to set up VPN",
                 *       "visibility": "own"
                 *     }
                 */
                "application/json": components["schemas"]["NewCannedReply"];
            };
        };
        responses: {
            /** @description The reply */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "technical",
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "editable": false,
                     *       "group": null,
                     *       "item": null,
                     *       "name": "vpn-how-to",
                     *       "owner": {
                     *         "name": "Kim Novak",
                     *         "username": "kim"
                     *       },
                     *       "texts": {
                     *         "en": "Dear {requester.name}, …"
                     *       },
                     *       "title": "How to set up VPN",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "version": 1,
                     *       "visibility": "all"
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplyView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_canned_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reply */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "technical",
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "editable": false,
                     *       "group": null,
                     *       "item": null,
                     *       "name": "vpn-how-to",
                     *       "owner": {
                     *         "name": "Kim Novak",
                     *         "username": "kim"
                     *       },
                     *       "texts": {
                     *         "en": "Dear {requester.name}, …"
                     *       },
                     *       "title": "How to set up VPN",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "version": 1,
                     *       "visibility": "all"
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplyView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_canned_reply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; another one is 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_canned_reply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; another one is 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "VPN at home"
                 *     }
                 */
                "application/json": components["schemas"]["CannedReplyPatch"];
            };
        };
        responses: {
            /** @description The reply */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "technical",
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "editable": false,
                     *       "group": null,
                     *       "item": null,
                     *       "name": "vpn-how-to",
                     *       "owner": {
                     *         "name": "Kim Novak",
                     *         "username": "kim"
                     *       },
                     *       "texts": {
                     *         "en": "Dear {requester.name}, …"
                     *       },
                     *       "title": "How to set up VPN",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "version": 1,
                     *       "visibility": "all"
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplyView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_catalog: {
        parameters: {
            query?: {
                /**
                 * @description A username; I myself when absent.
                 * @example ann
                 */
                requested_for?: string;
                /**
                 * @description Items of this category.
                 * @example technical
                 */
                category?: string;
                /**
                 * @description Words in titles, keywords and descriptions, in any language of the desk.
                 * @example password
                 */
                q?: string;
                /**
                 * @description `most_used` (of the last 90 days) or `new`; by category and order when absent.
                 * @example most_used
                 */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Items, as wished or by category and order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "category": "technical",
                     *           "category_name": "Technical",
                     *           "description": "A new or replacement laptop.",
                     *           "item": "laptop",
                     *           "kind": "request",
                     *           "new": false,
                     *           "price": {
                     *             "amount": "0.00",
                     *             "currency": "EUR"
                     *           },
                     *           "title": "Laptop"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CatalogEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Categories with how many items each has for the caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "category": "technical",
                     *           "count": 8,
                     *           "name": "Technical"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CategoryEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The item's name
                 * @example laptop
                 */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "technical",
                     *       "category_name": "Technical",
                     *       "description": "A new or replacement laptop.",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "new": false,
                     *       "price": {
                     *         "amount": "0.00",
                     *         "currency": "EUR"
                     *       },
                     *       "schema": {
                     *         "additionalProperties": false,
                     *         "properties": {
                     *           "model": {
                     *             "oneOf": [
                     *               {
                     *                 "const": "light",
                     *                 "title": "Light 13",
                     *                 "x-price": "900.00"
                     *               },
                     *               {
                     *                 "const": "pro",
                     *                 "title": "Pro 16",
                     *                 "x-price": "2100.00"
                     *               }
                     *             ]
                     *           },
                     *           "reason": {
                     *             "type": "string"
                     *           }
                     *         },
                     *         "required": [
                     *           "model"
                     *         ],
                     *         "type": "object"
                     *       },
                     *       "title": "Laptop",
                     *       "uiSchema": {
                     *         "reason": {
                     *           "ui:widget": "textarea"
                     *         }
                     *       },
                     *       "version": "5b41…"
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogItemView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    explain_access: {
        parameters: {
            query?: {
                /**
                 * @description A username; I myself when absent.
                 * @example ann
                 */
                user?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The item's name
                 * @example laptop
                 */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every rule that has to do with them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "because": [
                     *         {
                     *           "effect": "grants",
                     *           "rule": "available_to.departments",
                     *           "value": "*"
                     *         }
                     *       ],
                     *       "item": "laptop",
                     *       "may_ask": true,
                     *       "may_see": true,
                     *       "on_behalf": true,
                     *       "user": "ann"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    preview_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The item's name
                 * @example laptop
                 */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "model": "pro"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PreviewWish"];
            };
        };
        responses: {
            /** @description Steps, cost, due times and all ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "graph": {
                     *         "edges": [
                     *           {
                     *             "from": "n0",
                     *             "label": "",
                     *             "to": "n1"
                     *           },
                     *           {
                     *             "from": "n1",
                     *             "label": "approved",
                     *             "to": "n2"
                     *           },
                     *           {
                     *             "from": "n1",
                     *             "label": "rejected",
                     *             "to": "n3"
                     *           }
                     *         ],
                     *         "nodes": [
                     *           {
                     *             "id": "n0",
                     *             "kind": "start",
                     *             "label": "start"
                     *           },
                     *           {
                     *             "due_in": "2wd",
                     *             "for": [
                     *               "Max Lim"
                     *             ],
                     *             "id": "n1",
                     *             "kind": "step",
                     *             "label": "Line manager",
                     *             "on_timeout": "escalate",
                     *             "step": "approval"
                     *           },
                     *           {
                     *             "id": "n2",
                     *             "kind": "end",
                     *             "label": "succeeded: Delivered ‹asset::reserve.tag›"
                     *           },
                     *           {
                     *             "id": "n3",
                     *             "kind": "end",
                     *             "label": "approval_rejected"
                     *           }
                     *         ]
                     *       },
                     *       "resolve_due": null,
                     *       "respond_due": "2026-01-08T06:05:00.000000Z",
                     *       "steps": [
                     *         {
                     *           "about": null,
                     *           "due_in": "2wd",
                     *           "for": {
                     *             "groups": [],
                     *             "users": [
                     *               {
                     *                 "name": "Max Lim",
                     *                 "username": "max"
                     *               }
                     *             ]
                     *           },
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "needed": 1,
                     *           "node": "n1",
                     *           "on_timeout": "escalate",
                     *           "when": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": {
                     *         "name": "Dora Weiss",
                     *         "username": "dora"
                     *       },
                     *       "awaits_reply": false,
                     *       "edited_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "internal": false,
                     *       "text": "It is on its way."
                     *     }
                     */
                    "application/json": components["schemas"]["CommentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    edit_comment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "It is on its way, by courier."
                 *     }
                 */
                "application/json": components["schemas"]["EditComment"];
            };
        };
        responses: {
            /** @description The comment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": {
                     *         "name": "Dora Weiss",
                     *         "username": "dora"
                     *       },
                     *       "awaits_reply": false,
                     *       "edited_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "internal": false,
                     *       "text": "It is on its way."
                     *     }
                     */
                    "application/json": components["schemas"]["CommentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_drafts: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of drafts */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "data": {
                     *             "text": "Dear Ann, "
                     *           },
                     *           "expires_at": "2026-01-08T06:05:00.000000Z",
                     *           "key": "tickets/SR-000123/comment",
                     *           "updated_at": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DraftView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Words of letters, digits, `.`, `_`, `-` and `:`, with `/` between them; at most 200 characters.
                 * @example tickets/SR-000123/comment
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "text": "Dear Ann, "
                     *       },
                     *       "expires_at": "2026-01-08T06:05:00.000000Z",
                     *       "key": "tickets/SR-000123/comment",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    keep_draft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; another one is 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Words of letters, digits, `.`, `_`, `-` and `:`, with `/` between them; at most 200 characters.
                 * @example tickets/SR-000123/comment
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "text": "Dear Ann, "
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "text": "Dear Ann, "
                     *       },
                     *       "expires_at": "2026-01-08T06:05:00.000000Z",
                     *       "key": "tickets/SR-000123/comment",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_draft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; another one is 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Words of letters, digits, `.`, `_`, `-` and `:`, with `/` between them; at most 200 characters.
                 * @example tickets/SR-000123/comment
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_gallery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "category": "facilities",
                     *           "description": "The badge is gone: it is locked at once, a new one is made.",
                     *           "kind": "request",
                     *           "name": "badge-lost",
                     *           "title": "Lost badge"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TemplateEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_template: {
        parameters: {
            query?: {
                /**
                 * @description The name of the new item; the template's when absent.
                 * @example lost-card
                 */
                item?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "facilities",
                     *       "description": "The badge is gone: it is locked at once, a new one is made.",
                     *       "files": {
                     *         "workflows/badge-lost.rhai": "//! A lost badge: locked before anybody is asked.\n…"
                     *       },
                     *       "kind": "request",
                     *       "name": "badge-lost",
                     *       "title": "Lost badge"
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_groups: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "calendar": "berlin",
                     *           "capacity": 12,
                     *           "desk": "hq",
                     *           "lead": null,
                     *           "line": 1,
                     *           "members": [
                     *             {
                     *               "active": true,
                     *               "name": "Dora Petrova",
                     *               "profile": "expert",
                     *               "skills": [
                     *                 "laptop"
                     *               ],
                     *               "username": "dora"
                     *             }
                     *           ],
                     *           "name": "service-desk",
                     *           "priorities": {
                     *             "P1": [
                     *               "dora"
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_GroupView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    create_group: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "calendar": "berlin",
                 *       "capacity": 12,
                 *       "lead": "sam",
                 *       "line": 3,
                 *       "members": [
                 *         "lin"
                 *       ],
                 *       "name": "line-3"
                 *     }
                 */
                "application/json": components["schemas"]["NewGroup"];
            };
        };
        responses: {
            /** @description The group */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendar": "berlin",
                     *       "capacity": 12,
                     *       "desk": "hq",
                     *       "lead": null,
                     *       "line": 1,
                     *       "members": [
                     *         {
                     *           "active": true,
                     *           "name": "Dora Petrova",
                     *           "profile": "expert",
                     *           "skills": [
                     *             "laptop"
                     *           ],
                     *           "username": "dora"
                     *         }
                     *       ],
                     *       "name": "service-desk",
                     *       "priorities": {
                     *         "P1": [
                     *           "dora"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name.
                 * @example service-desk
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendar": "berlin",
                     *       "capacity": 12,
                     *       "desk": "hq",
                     *       "lead": null,
                     *       "line": 1,
                     *       "members": [
                     *         {
                     *           "active": true,
                     *           "name": "Dora Petrova",
                     *           "profile": "expert",
                     *           "skills": [
                     *             "laptop"
                     *           ],
                     *           "username": "dora"
                     *         }
                     *       ],
                     *       "name": "service-desk",
                     *       "priorities": {
                     *         "P1": [
                     *           "dora"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    dissolve_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name.
                 * @example service-desk
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody finds it any more; the log still says it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name.
                 * @example service-desk
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capacity": 8,
                 *       "members": [
                 *         "dora",
                 *         "dan"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GroupPatch"];
            };
        };
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendar": "berlin",
                     *       "capacity": 12,
                     *       "desk": "hq",
                     *       "lead": null,
                     *       "line": 1,
                     *       "members": [
                     *         {
                     *           "active": true,
                     *           "name": "Dora Petrova",
                     *           "profile": "expert",
                     *           "skills": [
                     *             "laptop"
                     *           ],
                     *           "username": "dora"
                     *         }
                     *       ],
                     *       "name": "service-desk",
                     *       "priorities": {
                     *         "P1": [
                     *           "dora"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    load_of_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name.
                 * @example service-desk
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The load */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "by_priority": {
                     *         "P2": 1,
                     *         "P3": 6
                     *       },
                     *       "capacity": 12,
                     *       "group": "service-desk",
                     *       "members": [
                     *         {
                     *           "absent_until": null,
                     *           "awake": true,
                     *           "by_priority": {
                     *             "P2": 1,
                     *             "P3": 3
                     *           },
                     *           "name": "Dora Petrova",
                     *           "steps": 2,
                     *           "tickets": 4,
                     *           "username": "dora"
                     *         }
                     *       ],
                     *       "overdue": 0,
                     *       "tickets": 7,
                     *       "unassigned": 3
                     *     }
                     */
                    "application/json": components["schemas"]["GroupLoad"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    inbox: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of steps */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "about": null,
                     *           "answered_at": null,
                     *           "answered_by": null,
                     *           "arguments": {
                     *             "show": {
                     *               "model": "pro"
                     *             }
                     *           },
                     *           "comment": null,
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": {
                     *             "groups": [],
                     *             "users": [
                     *               {
                     *                 "name": "Max Lim",
                     *                 "username": "max"
                     *               }
                     *             ]
                     *           },
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "on": {
                     *             "cost": null,
                     *             "created_at": "2026-01-06T06:05:00.000000Z",
                     *             "item": "laptop",
                     *             "kind": "request",
                     *             "priority": "P3",
                     *             "requested_for": {
                     *               "name": "Ann Berg",
                     *               "username": "ann"
                     *             },
                     *             "requester": {
                     *               "name": "Ann Berg",
                     *               "username": "ann"
                     *             },
                     *             "title": "Laptop"
                     *           },
                     *           "opened_at": "2026-01-06T06:05:00.000000Z",
                     *           "origin": "script",
                     *           "outcome": null,
                     *           "output": null,
                     *           "path": "0",
                     *           "quorum": {
                     *             "approved": 0,
                     *             "needed": 1,
                     *             "of": 1,
                     *             "rejected": 0
                     *           },
                     *           "run": 1,
                     *           "seen": "9f2c1d",
                     *           "state": "open",
                     *           "text": null,
                     *           "ticket": "SR-000123",
                     *           "votes": []
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_InboxEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_known: {
        parameters: {
            query?: {
                /** @description Of this catalog item. */
                item?: string;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "affected": 3,
                     *           "item": "incident",
                     *           "kind": "incident",
                     *           "mine": false,
                     *           "number": "INC-000123",
                     *           "service": "mail",
                     *           "since": "2026-01-06T06:05:00.000000Z",
                     *           "title": "Mail is slow",
                     *           "workaround": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_KnownView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "doc": "Moves work up that is past its due time.",
                     *           "faults": [],
                     *           "item": null,
                     *           "kind": "script",
                     *           "last_failure": null,
                     *           "name": "escalate-overdue",
                     *           "next_run": "2026-01-06T06:20:00.000000Z",
                     *           "path": "workflows/jobs/escalate-overdue.rhai",
                     *           "roles": [
                     *             "agent"
                     *           ],
                     *           "running": false,
                     *           "runs": [
                     *             {
                     *               "asked_by": null,
                     *               "done": 2,
                     *               "finished_at": "2026-01-06T06:10:00.530000Z",
                     *               "fire_time": "2026-01-06T06:10:00.000000Z",
                     *               "found": 3,
                     *               "message": null,
                     *               "refused": 1,
                     *               "seconds": 0.118,
                     *               "started_at": "2026-01-06T06:10:00.412000Z",
                     *               "state": "done",
                     *               "ticket": null
                     *             }
                     *           ],
                     *           "schedule": "0 *\/10 * * * *",
                     *           "zone": "Asia/Shanghai"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_JobView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    run_job: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /**
                 * @description Its name; `recurring%2FNAME` of a ticket that opens itself.
                 * @example escalate-overdue
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description It has run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_by": null,
                     *       "done": 2,
                     *       "finished_at": "2026-01-06T06:10:00.530000Z",
                     *       "fire_time": "2026-01-06T06:10:00.000000Z",
                     *       "found": 3,
                     *       "message": null,
                     *       "refused": 1,
                     *       "seconds": 0.118,
                     *       "started_at": "2026-01-06T06:10:00.412000Z",
                     *       "state": "done",
                     *       "ticket": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            /** @description It is still running; `runs` tells when it has ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_by": "ada",
                     *       "done": null,
                     *       "finished_at": null,
                     *       "fire_time": "2026-01-06T06:12:30.000000Z",
                     *       "found": null,
                     *       "message": null,
                     *       "refused": null,
                     *       "seconds": null,
                     *       "started_at": "2026-01-06T06:12:30.000000Z",
                     *       "state": "running",
                     *       "ticket": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_job_runs: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Its name; `recurring%2FNAME` of a ticket that opens itself.
                 * @example escalate-overdue
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "asked_by": null,
                     *           "done": 2,
                     *           "finished_at": "2026-01-06T06:10:00.530000Z",
                     *           "fire_time": "2026-01-06T06:10:00.000000Z",
                     *           "found": 3,
                     *           "message": null,
                     *           "refused": 1,
                     *           "seconds": 0.118,
                     *           "started_at": "2026-01-06T06:10:00.412000Z",
                     *           "state": "done",
                     *           "ticket": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_JobRun"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    find_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         "portal",
                     *         "phone"
                     *       ],
                     *       "closure_reasons": [
                     *         {
                     *           "closure_code": "succeeded",
                     *           "code": "permanent_fix",
                     *           "label": "Permanent fix"
                     *         }
                     *       ],
                     *       "closures": [
                     *         {
                     *           "code": "succeeded",
                     *           "label": "Handled successfully"
                     *         }
                     *       ],
                     *       "code_for": [
                     *         "rejected"
                     *       ],
                     *       "comment_for": [],
                     *       "holds": [
                     *         {
                     *           "code": "customer",
                     *           "ends_on_reply": true,
                     *           "label": "Waiting for you",
                     *           "needs_until": false,
                     *           "pauses": true
                     *         }
                     *       ],
                     *       "impacts": [
                     *         {
                     *           "code": "person",
                     *           "label": "Person"
                     *         }
                     *       ],
                     *       "rejections": [
                     *         {
                     *           "code": "budget",
                     *           "label": "No budget"
                     *         }
                     *       ],
                     *       "return_needs_code": false,
                     *       "return_reason_min": 5,
                     *       "returns": [
                     *         {
                     *           "code": "not_ours",
                     *           "label": "Not our field"
                     *         }
                     *       ],
                     *       "urgencies": [
                     *         {
                     *           "code": "normal",
                     *           "label": "Normal"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CodesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    find_groups: {
        parameters: {
            query?: {
                /** @description A part of a name. */
                q?: string;
                /** @description Entries, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "line": 1,
                     *           "name": "service-desk"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_GroupEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    find_in_list: {
        parameters: {
            query?: {
                /** @description A part of a name. */
                q?: string;
                /** @description Entries, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The list's name
                 * @example cost-centres
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "label": "Marketing",
                     *           "value": "4711"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_BTreeMap_String_String"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    find_locations: {
        parameters: {
            query?: {
                /** @description A part of a name. */
                q?: string;
                /** @description Entries, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         "Shanghai"
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_String"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    find_people: {
        parameters: {
            query?: {
                /** @description A part of a name. */
                q?: string;
                /** @description Entries, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "department": "IT",
                     *           "location": "Shanghai",
                     *           "name": "Dora Weiss",
                     *           "username": "dora"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PersonEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "categories": [],
                     *       "groups": [],
                     *       "language": "en",
                     *       "may": [
                     *         "ask"
                     *       ],
                     *       "name": "Ann Lee",
                     *       "policy_roles": [],
                     *       "roles": [
                     *         "requester"
                     *       ],
                     *       "staff": false,
                     *       "username": "ann",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "zh-CN",
                 *       "zone": "Asia/Shanghai"
                 *     }
                 */
                "application/json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "categories": [],
                     *       "groups": [],
                     *       "language": "en",
                     *       "may": [
                     *         "ask"
                     *       ],
                     *       "name": "Ann Lee",
                     *       "policy_roles": [],
                     *       "roles": [
                     *         "requester"
                     *       ],
                     *       "staff": false,
                     *       "username": "ann",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "9f2c1d…",
                 *       "password": "correct horse"
                 *     }
                 */
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Sign in with the new one. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description Those that are not read yet alone. */
                unread?: boolean;
                /** @description Whether the answer counts them, exact to 10,000. */
                count?: boolean;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "read_at": null,
                     *           "text": "Your laptop is ready.",
                     *           "ticket": "SR-000123"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_NotificationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "up_to": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b31"
                 *     }
                 */
                "application/json": components["schemas"]["ReadUpTo"];
            };
        };
        responses: {
            /** @description They are read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "read": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Marked"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description It is read. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_outgoing: {
        parameters: {
            query?: {
                /** @description Messages or calls. */
                kind?: components["schemas"]["OutgoingKind"];
                /** @description What became of it. */
                fate?: components["schemas"]["Fate"];
                /**
                 * @description About this ticket.
                 * @example SR-000123
                 */
                ticket?: string;
                /** @description Username of whom a message was for. */
                recipient?: string;
                /** @description The plugin of a call. */
                plugin?: string;
                /** @description At this time or later. */
                from?: components["schemas"]["Time"];
                /** @description Before this time. */
                to?: components["schemas"]["Time"];
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was kept back */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "call": {
                     *             "arguments": {
                     *               "model": "light"
                     *             },
                     *             "attempt": 1,
                     *             "body": null,
                     *             "cut": false,
                     *             "function": "reserve",
                     *             "headers": [
                     *               [
                     *                 "Authorization",
                     *                 "Bearer [ASSET_TOKEN]"
                     *               ]
                     *             ],
                     *             "key": "SR-000123/1/4",
                     *             "method": "GET",
                     *             "plugin": "asset",
                     *             "redirected_to": null,
                     *             "url": "https://assets.example.org/api/reservations/SR-000123%2F1%2F4"
                     *           },
                     *           "fate": "captured",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "kind": "call",
                     *           "recipient": null,
                     *           "redirected_to": null,
                     *           "text": null,
                     *           "ticket": "SR-000123"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OutgoingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_outgoing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "call": {
                     *         "arguments": {
                     *           "model": "light"
                     *         },
                     *         "attempt": 1,
                     *         "body": null,
                     *         "cut": false,
                     *         "function": "reserve",
                     *         "headers": [
                     *           [
                     *             "Authorization",
                     *             "Bearer [ASSET_TOKEN]"
                     *           ]
                     *         ],
                     *         "key": "SR-000123/1/4",
                     *         "method": "GET",
                     *         "plugin": "asset",
                     *         "redirected_to": null,
                     *         "url": "https://assets.example.org/api/reservations/SR-000123%2F1%2F4"
                     *       },
                     *       "fate": "captured",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "call",
                     *       "recipient": null,
                     *       "redirected_to": null,
                     *       "text": null,
                     *       "ticket": "SR-000123"
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_plugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "events": [],
                     *           "failing": 1,
                     *           "failures": [
                     *             {
                     *               "attempts": 2,
                     *               "function": "reserve",
                     *               "message": "the neighbour does not answer",
                     *               "next_at": "2026-01-06T06:05:20.000000Z",
                     *               "since": "2026-01-06T06:05:00.000000Z",
                     *               "ticket": "SR-000123"
                     *             }
                     *           ],
                     *           "functions": [
                     *             {
                     *               "attempts": 8,
                     *               "input": {
                     *                 "type": "object"
                     *               },
                     *               "name": "reserve",
                     *               "output": {
                     *                 "type": "object"
                     *               },
                     *               "seconds": 10,
                     *               "undo": "release"
                     *             }
                     *           ],
                     *           "hosts": [
                     *             {
                     *               "origin": null,
                     *               "private": true,
                     *               "setting": "neighbour"
                     *             }
                     *           ],
                     *           "name": "asset",
                     *           "provides": [
                     *             "asset"
                     *           ],
                     *           "runtime": "script",
                     *           "secrets": [
                     *             {
                     *               "given": true,
                     *               "name": "ASSET_TOKEN"
                     *             }
                     *           ],
                     *           "state": "failing",
                     *           "version": "1.0.0",
                     *           "waiting": 1,
                     *           "web": null,
                     *           "web_missing": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PluginView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "currency = \"EUR\"\n"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyText"];
            };
        };
        responses: {
            /** @description What it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faults": [],
                     *       "policy": {
                     *         "currency": "EUR"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyRead"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_policy_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "properties": {
                     *         "currency": {
                     *           "type": "string"
                     *         }
                     *       },
                     *       "required": [
                     *         "currency"
                     *       ],
                     *       "type": "object"
                     *     }
                     */
                    "application/schema+json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    write_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "policy": {
                 *         "currency": "CHF"
                 *       },
                 *       "text": "currency = \"EUR\" # of all amounts\n"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyWish"];
            };
        };
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "text": "currency = \"CHF\" # of all amounts\n"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyWritten"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "count": "7",
                     *           "filters": "status=new,accepted,assigned,escalated&mine=true",
                     *           "key": "my_open",
                     *           "name": "My open tickets",
                     *           "sort": "-created_at"
                     *         },
                     *         {
                     *           "count": "10000+",
                     *           "filters": "item=laptop&waiting_on=task",
                     *           "key": "view/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21",
                     *           "name": "Laptops to hand over",
                     *           "sort": "resolve_due",
                     *           "view": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_QueueView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_releases: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of releases */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": "ada",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "note": "shorter",
                     *           "parent": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ReleaseEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    publish_release: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "files": {
                 *         "schemas/old.json": null,
                 *         "workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"
                 *       },
                 *       "note": "shorter"
                 *     }
                 */
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description They are in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The policy wants a second pair of eyes: it is a proposal */
            202: {
                headers: {
                    /** @description The proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [],
                     *       "kept": [],
                     *       "migrated": [],
                     *       "proposal": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    check_release: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "files": {
                 *         "workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description What the check finds; without faults they can be published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faults": [
                     *         {
                     *           "code": "unknown_group",
                     *           "column": 33,
                     *           "file": "workflows/laptop.rhai",
                     *           "hint": "did you mean \"finance\"?",
                     *           "line": 5,
                     *           "message": "there is no group \"finanse\"",
                     *           "severity": "error"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_file: {
        parameters: {
            query: {
                /**
                 * @description Its path in the content folder.
                 * @example schemas/texts/zh.json
                 */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description The hash of its text */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "editable": true,
                     *       "hash": "5b41…",
                     *       "path": "schemas/texts/zh.json",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "text": "{\n  \"Laptop\": \"笔记本电脑\"\n}\n"
                     *     }
                     */
                    "application/json": components["schemas"]["FileText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_files: {
        parameters: {
            query?: {
                /**
                 * @description What their paths begin with.
                 * @example schemas/texts/
                 */
                prefix?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "editable": true,
                     *           "hash": "5b41…",
                     *           "path": "schemas/texts/zh.json",
                     *           "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_FileEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_drift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What `maitred pull` would bring */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "change": "changed",
                     *           "path": "workflows/laptop.rhai",
                     *           "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_Drift"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_proposals: {
        parameters: {
            query?: {
                /**
                 * @description Only those that stand so.
                 * @example open
                 */
                state?: components["schemas"]["ProposalState"];
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": "ada",
                     *           "decided_at": null,
                     *           "decided_by": null,
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "note": "shorter",
                     *           "paths": [
                     *             "workflows/laptop.rhai"
                     *           ],
                     *           "reason": null,
                     *           "release": null,
                     *           "state": "open"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ProposalEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": "ada",
                     *       "changes": [
                     *         {
                     *           "change": "changed",
                     *           "diff": "@@ -1 +1 @@",
                     *           "path": "workflows/laptop.rhai"
                     *         }
                     *       ],
                     *       "decided_at": null,
                     *       "decided_by": null,
                     *       "faults": [],
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "note": "shorter",
                     *       "outdated": [],
                     *       "paths": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "plan": {
                     *         "diverging": [],
                     *         "further": [],
                     *         "unchanged": 3
                     *       },
                     *       "reason": null,
                     *       "release": null,
                     *       "state": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    approve_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description It is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reject_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Two approvals are enough."
                 *     }
                 */
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": "ada",
                     *       "decided_at": null,
                     *       "decided_by": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "note": "shorter",
                     *       "paths": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "reason": null,
                     *       "release": null,
                     *       "state": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    withdraw_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": "ada",
                     *       "decided_at": null,
                     *       "decided_by": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "note": "shorter",
                     *       "paths": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "reason": null,
                     *       "release": null,
                     *       "state": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": "ada",
                     *       "changes": [
                     *         {
                     *           "change": "changed",
                     *           "diff": "@@ -1 +1 @@\n-old\n+new\n",
                     *           "path": "workflows/laptop.rhai"
                     *         }
                     *       ],
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "note": "shorter",
                     *       "parent": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReleaseDetail"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    roll_back_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description It is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The policy wants a second pair of eyes: it is a proposal */
            202: {
                headers: {
                    /** @description The proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [],
                     *       "kept": [],
                     *       "migrated": [],
                     *       "proposal": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "laptop",
                     *       "schema": {
                     *         "type": "object"
                     *       },
                     *       "source": "{\"type\": \"object\"}\n",
                     *       "version": "5b41…"
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    publish_form: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The text that the author has seen, as `ETag` gave it; another one is 412.
                 * @example "5b41…"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "shorter",
                 *       "schema": {
                 *         "title": "Handover",
                 *         "type": "object"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSchema"];
            };
        };
        responses: {
            /** @description It is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The policy wants a second pair of eyes: it is a proposal */
            202: {
                headers: {
                    /** @description The proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [],
                     *       "kept": [],
                     *       "migrated": [],
                     *       "proposal": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_form_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": "ada",
                     *           "hash": "9f2c1d…",
                     *           "note": "shorter",
                     *           "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TextVersion"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_former_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
                /**
                 * @description The hash of the text, as `versions` lists it.
                 * @example 5b41…
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "laptop",
                     *       "schema": {
                     *         "type": "object"
                     *       },
                     *       "source": "{\"type\": \"object\"}\n",
                     *       "version": "5b41…"
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "laptop",
                     *       "schema": {
                     *         "type": "object"
                     *       },
                     *       "source": "{\"type\": \"object\"}\n",
                     *       "version": "5b41…"
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    publish_schema: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The text that the author has seen, as `ETag` gave it; another one is 412.
                 * @example "5b41…"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "shorter",
                 *       "schema": {
                 *         "title": "Laptop",
                 *         "type": "object",
                 *         "x-catalog": {
                 *           "kind": "request"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSchema"];
            };
        };
        responses: {
            /** @description It is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The policy wants a second pair of eyes: it is a proposal */
            202: {
                headers: {
                    /** @description The proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [],
                     *       "kept": [],
                     *       "migrated": [],
                     *       "proposal": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_schema_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": "ada",
                     *           "hash": "9f2c1d…",
                     *           "note": "shorter",
                     *           "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TextVersion"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_former_schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
                /**
                 * @description The hash of the text, as `versions` lists it.
                 * @example 5b41…
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "laptop",
                     *       "schema": {
                     *         "type": "object"
                     *       },
                     *       "source": "{\"type\": \"object\"}\n",
                     *       "version": "5b41…"
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "ann",
                 *       "username": "ann"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. With `cookie: true` there is a cookie and no token. */
            200: {
                headers: {
                    /** @description With `cookie: true`: the session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-01-06T18:05:00.000000Z",
                     *       "token": "qk1V…",
                     *       "user": {
                     *         "categories": [],
                     *         "groups": [],
                     *         "language": "en",
                     *         "may": [
                     *           "ask"
                     *         ],
                     *         "name": "Ann Lee",
                     *         "policy_roles": [],
                     *         "roles": [
                     *           "requester"
                     *         ],
                     *         "staff": false,
                     *         "username": "ann",
                     *         "zone": "Asia/Shanghai"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    answer_steps: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "As agreed.",
                 *       "outcome": "approved",
                 *       "steps": [
                 *         "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ManySteps"];
            };
        };
        responses: {
            /** @description One result per step, in the order of the call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": 1,
                     *       "items": [
                     *         {
                     *           "of": "SR-000123",
                     *           "status": 200,
                     *           "version": 8
                     *         },
                     *         {
                     *           "of": "SR-000124",
                     *           "problem": {
                     *             "allowed": [
                     *               "comment"
                     *             ],
                     *             "code": "illegal_operation",
                     *             "detail": "A ticket that is closed cannot be given `assign`.",
                     *             "request_id": "5d0c0f3b8a5e4c1f9f2a7b6c8d9e0f1a",
                     *             "status": 409,
                     *             "title": "Not allowed as things stand",
                     *             "type": "/problems/illegal_operation"
                     *           },
                     *           "status": 409
                     *         }
                     *       ],
                     *       "refused": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResults"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    add_signer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Is the contract in order?",
                 *       "user": "kim",
                 *       "where": "before"
                 *     }
                 */
                "application/json": components["schemas"]["AddSigner"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    answer_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Fine.",
                 *       "outcome": "approved",
                 *       "seen": "9f2c1d"
                 *     }
                 */
                "application/json": components["schemas"]["StepAnswer"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": "2026-01-08T06:05:00.000000Z",
                     *       "answered_by": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": "Fine.",
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": "approved",
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 1,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "done",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": [
                     *         {
                     *           "at": "2026-01-08T06:05:00.000000Z",
                     *           "by": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "comment": "Fine.",
                     *           "outcome": "approved"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    claim_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Claim"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    consult: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "question": "Is the older model enough?",
                 *       "user": "kim"
                 *     }
                 */
                "application/json": components["schemas"]["Consult"];
            };
        };
        responses: {
            /** @description The step that was opened */
            201: {
                headers: {
                    /** @description Where the step is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "amount": {
                     *           "amount": "800.00",
                     *           "currency": "EUR"
                     *         },
                     *         "mandatory": true,
                     *         "opened_by": "dora",
                     *         "show": {
                     *           "plan": "Two engineers for a day."
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Sam Roth",
                     *             "username": "sam"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Head of IT",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "person",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "m1",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reopen_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The screen is still dark."
                 *     }
                 */
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description The step that was opened */
            201: {
                headers: {
                    /** @description Where the step is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "amount": {
                     *           "amount": "800.00",
                     *           "currency": "EUR"
                     *         },
                     *         "mandatory": true,
                     *         "opened_by": "dora",
                     *         "show": {
                     *           "plan": "Two engineers for a day."
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Sam Roth",
                     *             "username": "sam"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Head of IT",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "person",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "m1",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    retry_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    return_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "not_ours",
                 *       "reason": "This is a matter of the network.",
                 *       "suggestion": "Ask line 2."
                 *     }
                 */
                "application/json": components["schemas"]["HandBack"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    skip_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The register will be written by hand tonight."
                 *     }
                 */
                "application/json": components["schemas"]["Skip"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": "2026-01-08T06:05:00.000000Z",
                     *       "answered_by": {
                     *         "name": "Max Lim",
                     *         "username": "max"
                     *       },
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": "Fine.",
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": "approved",
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 1,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "done",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": [
                     *         {
                     *           "at": "2026-01-08T06:05:00.000000Z",
                     *           "by": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "comment": "Fine.",
                     *           "outcome": "approved"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    transfer_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "She knows the project.",
                 *       "to": "mia"
                 *     }
                 */
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    urge_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    withdraw_vote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "I mistook it for another."
                 *     }
                 */
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description The step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "show": {
                     *           "model": "pro"
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Line manager",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "script",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "0",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    stream: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `id` of the last event that was received; what has happened since is sent first.
                 * @example 0-4711
                 */
                "Last-Event-ID"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until one side hangs up; `data` is `{number, version, type}` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 0-4711
                     *     data: {"number":"SR-000123","version":8,"type":"step.settled"}
                     */
                    "text/event-stream": components["schemas"]["Happened"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_tickets: {
        parameters: {
            query?: {
                /** @description Any of these, `status=new&status=accepted` or `status=new,accepted`. */
                status?: components["schemas"]["Status"][];
                /** @description Request, incident, change or problem. */
                kind?: components["schemas"]["Kind"];
                /** @description Catalog item's name. */
                item?: string;
                /** @description Username of who asks. */
                requester?: string;
                /** @description Username of who it is for. */
                requested_for?: string;
                /** @description Username of who works on it. */
                assignee?: string;
                /** @description `true`: nobody works on it; `false`: somebody does. */
                unassigned?: boolean;
                /** @description `true`: I work on it. */
                mine?: boolean;
                /** @description Any of these groups, in whose queue it lies. */
                group?: string[];
                /** @description `true`: it lies in the queue of a group of mine. */
                my_groups?: boolean;
                /** @description Username of the agent who answers for it. */
                owner?: string;
                /** @description Group that answers for it. */
                owner_group?: string;
                /** @description Priority. */
                priority?: string;
                /** @description Row of the priority matrix. */
                impact?: string;
                /** @description Column of the priority matrix. */
                urgency?: string;
                /** @description Category of the item. */
                category?: string;
                /** @description Location. */
                location?: string;
                /** @description How it came in. */
                channel?: string;
                /** @description Service that it touches. */
                service?: string;
                /** @description Tag. */
                tag?: string;
                /** @description Closed with this code. */
                closure_code?: components["schemas"]["ClosureCode"];
                /** @description Whether it is for a very important person; refused to whom policy.toml `[vip] seen_by` leaves out. */
                vip?: boolean;
                /** @description Whether it is held. */
                on_hold?: boolean;
                /** @description Whether its script cannot go on. */
                stuck?: boolean;
                /** @description Whether a due time is past. */
                overdue?: boolean;
                /** @description Whether it is open and its level is above 0, or a manager was told: `true` is the list of who runs the process. */
                escalated?: boolean;
                /** @description Kind of an open step. */
                waiting_on?: components["schemas"]["RowKind"];
                /** @description `true`: an open step waits for me or a group of mine, or the ticket for my reply or my confirmation. */
                waiting_for_me?: boolean;
                /** @description `true`: I watch it. */
                watched?: boolean;
                /** @description Submitted at this time or later. */
                created_after?: components["schemas"]["Time"];
                /** @description Submitted before this time. */
                created_before?: components["schemas"]["Time"];
                /** @description Changed at this time or later. */
                updated_after?: components["schemas"]["Time"];
                /** @description Closed at this time or later. */
                closed_after?: components["schemas"]["Time"];
                /** @description Words in title and description. */
                q?: string;
                /** @description `created_at`, `updated_at`, `priority` or `resolve_due`; `-` before it for descending. */
                sort?: string;
                /** @description Whether to count: exact to 10,000, then `10000+`. */
                count?: boolean;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tickets, without their forms */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "accepted_at": null,
                     *           "actions": [
                     *             "cancel",
                     *             "change",
                     *             "comment"
                     *           ],
                     *           "assignee": null,
                     *           "auto_closed": false,
                     *           "category": "technical",
                     *           "channel": "portal",
                     *           "closed_at": null,
                     *           "closure_code": null,
                     *           "closure_reason": null,
                     *           "cost": {
                     *             "actual": null,
                     *             "confirmed": null,
                     *             "currency": "EUR",
                     *             "estimated": "2100.00",
                     *             "lines": []
                     *           },
                     *           "created_at": "2026-01-06T06:05:00.000000Z",
                     *           "description": "",
                     *           "escalation_level": 0,
                     *           "flags": {
                     *             "cancelling": false,
                     *             "on_hold": false,
                     *             "stuck": false,
                     *             "vip": false
                     *           },
                     *           "follow_up": null,
                     *           "form": {
                     *             "model": "pro",
                     *             "reason": "The old one is slow."
                     *           },
                     *           "group": "service-desk",
                     *           "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *           "impact": "low",
                     *           "item": "laptop",
                     *           "kind": "request",
                     *           "location": "Shanghai",
                     *           "needed_by": null,
                     *           "number": "SR-000123",
                     *           "opened_by": {
                     *             "name": "Ann Lee",
                     *             "username": "ann"
                     *           },
                     *           "owner": null,
                     *           "owner_group": null,
                     *           "priority": "P4",
                     *           "rating": null,
                     *           "rejection_code": null,
                     *           "remarks": null,
                     *           "requested_for": {
                     *             "name": "Ann Lee",
                     *             "username": "ann"
                     *           },
                     *           "requester": {
                     *             "name": "Ann Lee",
                     *             "username": "ann"
                     *           },
                     *           "resolution": null,
                     *           "resolved_at": null,
                     *           "restricted_to": null,
                     *           "run": 1,
                     *           "services": [],
                     *           "sla": {
                     *             "name": "hardware",
                     *             "paused": false,
                     *             "resolve_breached": false,
                     *             "resolve_due": null,
                     *             "respond_breached": false,
                     *             "respond_due": "2026-01-06T08:05:00.000000Z",
                     *             "responded_at": null,
                     *             "started_at": null
                     *           },
                     *           "stage": null,
                     *           "status": "new",
                     *           "tags": [],
                     *           "title": "Laptop",
                     *           "updated_at": "2026-01-06T06:05:00.000000Z",
                     *           "urgency": "normal",
                     *           "version": 1,
                     *           "waiting": [
                     *             {
                     *               "due_at": "2026-01-08T06:05:00.000000Z",
                     *               "for": [
                     *                 "Max Lim"
                     *               ],
                     *               "kind": "approval",
                     *               "name": "Line manager",
                     *               "party": "person",
                     *               "since": "2026-01-06T06:05:00.000000Z"
                     *             }
                     *           ],
                     *           "waiting_on": [
                     *             "approval"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    submit_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "model": "pro",
                 *         "reason": "The old one is slow."
                 *       },
                 *       "item": "laptop"
                 *     }
                 */
                "application/json": components["schemas"]["Submit"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    /** @description Where the ticket is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    submit_batch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "kind": "wireless"
                 *       },
                 *       "item": "headphones",
                 *       "people": [
                 *         "ann",
                 *         "max"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description The tickets */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": "SR-000124",
                     *           "of": "/people/0"
                     *         },
                     *         {
                     *           "number": "SR-000125",
                     *           "of": "/people/1"
                     *         }
                     *       ],
                     *       "parent": "SR-000123"
                     *     }
                     */
                    "application/json": components["schemas"]["BatchMade"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    bulk_tickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": {
                 *         "group": "line-2"
                 *       },
                 *       "operation": "assign",
                 *       "tickets": [
                 *         "SR-000123",
                 *         "SR-000124"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ManyTickets"];
            };
        };
        responses: {
            /** @description One result per ticket, in the order of the call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": 1,
                     *       "items": [
                     *         {
                     *           "of": "SR-000123",
                     *           "status": 200,
                     *           "version": 8
                     *         },
                     *         {
                     *           "of": "SR-000124",
                     *           "problem": {
                     *             "allowed": [
                     *               "comment"
                     *             ],
                     *             "code": "illegal_operation",
                     *             "detail": "A ticket that is closed cannot be given `assign`.",
                     *             "request_id": "5d0c0f3b8a5e4c1f9f2a7b6c8d9e0f1a",
                     *             "status": 409,
                     *             "title": "Not allowed as things stand",
                     *             "type": "/problems/illegal_operation"
                     *           },
                     *           "status": 409
                     *         }
                     *       ],
                     *       "refused": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResults"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    export_csv: {
        parameters: {
            query?: {
                /** @description Any of these, `status=new&status=accepted` or `status=new,accepted`. */
                status?: components["schemas"]["Status"][];
                /** @description Request, incident, change or problem. */
                kind?: components["schemas"]["Kind"];
                /** @description Catalog item's name. */
                item?: string;
                /** @description Username of who asks. */
                requester?: string;
                /** @description Username of who it is for. */
                requested_for?: string;
                /** @description Username of who works on it. */
                assignee?: string;
                /** @description `true`: nobody works on it; `false`: somebody does. */
                unassigned?: boolean;
                /** @description `true`: I work on it. */
                mine?: boolean;
                /** @description Any of these groups, in whose queue it lies. */
                group?: string[];
                /** @description `true`: it lies in the queue of a group of mine. */
                my_groups?: boolean;
                /** @description Username of the agent who answers for it. */
                owner?: string;
                /** @description Group that answers for it. */
                owner_group?: string;
                /** @description Priority. */
                priority?: string;
                /** @description Row of the priority matrix. */
                impact?: string;
                /** @description Column of the priority matrix. */
                urgency?: string;
                /** @description Category of the item. */
                category?: string;
                /** @description Location. */
                location?: string;
                /** @description How it came in. */
                channel?: string;
                /** @description Service that it touches. */
                service?: string;
                /** @description Tag. */
                tag?: string;
                /** @description Closed with this code. */
                closure_code?: components["schemas"]["ClosureCode"];
                /** @description Whether it is for a very important person; refused to whom policy.toml `[vip] seen_by` leaves out. */
                vip?: boolean;
                /** @description Whether it is held. */
                on_hold?: boolean;
                /** @description Whether its script cannot go on. */
                stuck?: boolean;
                /** @description Whether a due time is past. */
                overdue?: boolean;
                /** @description Whether it is open and its level is above 0, or a manager was told: `true` is the list of who runs the process. */
                escalated?: boolean;
                /** @description Kind of an open step. */
                waiting_on?: components["schemas"]["RowKind"];
                /** @description `true`: an open step waits for me or a group of mine, or the ticket for my reply or my confirmation. */
                waiting_for_me?: boolean;
                /** @description `true`: I watch it. */
                watched?: boolean;
                /** @description Submitted at this time or later. */
                created_after?: components["schemas"]["Time"];
                /** @description Submitted before this time. */
                created_before?: components["schemas"]["Time"];
                /** @description Changed at this time or later. */
                updated_after?: components["schemas"]["Time"];
                /** @description Closed at this time or later. */
                closed_after?: components["schemas"]["Time"];
                /** @description Words in title and description. */
                q?: string;
                /** @description `created_at`, `updated_at`, `priority` or `resolve_due`; `-` before it for descending. */
                sort?: string;
                /** @description Whether to count: exact to 10,000, then `10000+`. */
                count?: boolean;
                /**
                 * @description Names of columns, `columns=number,title`; the usual ones when absent.
                 * @example number,title,requester
                 */
                columns?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    export_xlsx: {
        parameters: {
            query?: {
                /** @description Any of these, `status=new&status=accepted` or `status=new,accepted`. */
                status?: components["schemas"]["Status"][];
                /** @description Request, incident, change or problem. */
                kind?: components["schemas"]["Kind"];
                /** @description Catalog item's name. */
                item?: string;
                /** @description Username of who asks. */
                requester?: string;
                /** @description Username of who it is for. */
                requested_for?: string;
                /** @description Username of who works on it. */
                assignee?: string;
                /** @description `true`: nobody works on it; `false`: somebody does. */
                unassigned?: boolean;
                /** @description `true`: I work on it. */
                mine?: boolean;
                /** @description Any of these groups, in whose queue it lies. */
                group?: string[];
                /** @description `true`: it lies in the queue of a group of mine. */
                my_groups?: boolean;
                /** @description Username of the agent who answers for it. */
                owner?: string;
                /** @description Group that answers for it. */
                owner_group?: string;
                /** @description Priority. */
                priority?: string;
                /** @description Row of the priority matrix. */
                impact?: string;
                /** @description Column of the priority matrix. */
                urgency?: string;
                /** @description Category of the item. */
                category?: string;
                /** @description Location. */
                location?: string;
                /** @description How it came in. */
                channel?: string;
                /** @description Service that it touches. */
                service?: string;
                /** @description Tag. */
                tag?: string;
                /** @description Closed with this code. */
                closure_code?: components["schemas"]["ClosureCode"];
                /** @description Whether it is for a very important person; refused to whom policy.toml `[vip] seen_by` leaves out. */
                vip?: boolean;
                /** @description Whether it is held. */
                on_hold?: boolean;
                /** @description Whether its script cannot go on. */
                stuck?: boolean;
                /** @description Whether a due time is past. */
                overdue?: boolean;
                /** @description Whether it is open and its level is above 0, or a manager was told: `true` is the list of who runs the process. */
                escalated?: boolean;
                /** @description Kind of an open step. */
                waiting_on?: components["schemas"]["RowKind"];
                /** @description `true`: an open step waits for me or a group of mine, or the ticket for my reply or my confirmation. */
                waiting_for_me?: boolean;
                /** @description `true`: I watch it. */
                watched?: boolean;
                /** @description Submitted at this time or later. */
                created_after?: components["schemas"]["Time"];
                /** @description Submitted before this time. */
                created_before?: components["schemas"]["Time"];
                /** @description Changed at this time or later. */
                updated_after?: components["schemas"]["Time"];
                /** @description Closed at this time or later. */
                closed_after?: components["schemas"]["Time"];
                /** @description Words in title and description. */
                q?: string;
                /** @description `created_at`, `updated_at`, `priority` or `resolve_due`; `-` before it for descending. */
                sort?: string;
                /** @description Whether to count: exact to 10,000, then `10000+`. */
                count?: boolean;
                /**
                 * @description Names of columns, `columns=number,title`; the usual ones when absent.
                 * @example number,title,requester
                 */
                columns?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "model": "light"
                 *       },
                 *       "remarks": null
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Patch"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    accept_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_affected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "note": "In Shanghai, too.",
                     *           "person": {
                     *             "name": "Ann Lee",
                     *             "username": "ann"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_appointments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All appointments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cancelled": false,
                     *           "changed_at": "2026-01-06T06:05:00.000000Z",
                     *           "end": "2026-01-07T08:30:00.000000Z",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *           "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *           "note": null,
                     *           "organizer": {
                     *             "name": "Lin Chen",
                     *             "username": "lin"
                     *           },
                     *           "people": [
                     *             {
                     *               "name": "Ann Lee",
                     *               "username": "ann"
                     *             }
                     *           ],
                     *           "place": "Room 4.12",
                     *           "reason": null,
                     *           "sequence": 0,
                     *           "start": "2026-01-07T08:00:00.000000Z",
                     *           "ticket": "SR-000123",
                     *           "title": "Laptop",
                     *           "zone": "Asia/Shanghai"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    make_appointment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "end": "2026-01-07T08:30:00Z",
                 *       "people": [
                 *         "ann",
                 *         "lin"
                 *       ],
                 *       "place": "Room 4.12",
                 *       "start": "2026-01-07T08:00:00Z",
                 *       "zone": "Asia/Shanghai"
                 *     }
                 */
                "application/json": components["schemas"]["NewAppointment"];
            };
        };
        responses: {
            /** @description The appointment */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cancelled": false,
                     *       "changed_at": "2026-01-06T06:05:00.000000Z",
                     *       "end": "2026-01-07T08:30:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66",
                     *       "invitation": "/api/v1/appointments/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66/invitation.ics",
                     *       "note": null,
                     *       "organizer": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "people": [
                     *         {
                     *           "name": "Ann Lee",
                     *           "username": "ann"
                     *         }
                     *       ],
                     *       "place": "Room 4.12",
                     *       "reason": null,
                     *       "sequence": 0,
                     *       "start": "2026-01-07T08:00:00.000000Z",
                     *       "ticket": "SR-000123",
                     *       "title": "Laptop",
                     *       "zone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["AppointmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    assign_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "group": "line-2",
                 *       "reason": "Needs the mail server."
                 *     }
                 */
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_attachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44",
                     *           "internal": false,
                     *           "media_type": "image/png",
                     *           "name": "screen.png",
                     *           "place": "ticket",
                     *           "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                     *           "size": 48213,
                     *           "uploaded_by": {
                     *             "name": "Ann Berg",
                     *             "username": "ann"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AttachmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    attach: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attachment": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44",
                 *       "internal": false
                 *     }
                 */
                "application/json": components["schemas"]["Attach"];
            };
        };
        responses: {
            /** @description The file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44",
                     *       "internal": false,
                     *       "media_type": "image/png",
                     *       "name": "screen.png",
                     *       "place": "ticket",
                     *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                     *       "size": 48213,
                     *       "uploaded_by": {
                     *         "name": "Ann Berg",
                     *         "username": "ann"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    cancel_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Found my old one."
                 *     }
                 */
                "application/json": components["schemas"]["Cancel"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description The owner was asked: `cancel_wish` names the question */
            202: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    render_canned_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The text, ready to be sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "en",
                     *       "name": "vpn-how-to",
                     *       "text": "Dear Ann Lee, …"
                     *     }
                     */
                    "application/json": components["schemas"]["RenderedReply"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    close_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "closure_code": "succeeded"
                 *     }
                 */
                "application/json": components["schemas"]["Close"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_comments: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of comments */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": {
                     *             "name": "Dora Weiss",
                     *             "username": "dora"
                     *           },
                     *           "awaits_reply": false,
                     *           "edited_at": null,
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "internal": false,
                     *           "text": "It is on its way."
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CommentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    add_comment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "internal": false,
                 *       "text": "It is on its way."
                 *     }
                 */
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description The comment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-06T06:05:00.000000Z",
                     *       "author": {
                     *         "name": "Dora Weiss",
                     *         "username": "dora"
                     *       },
                     *       "awaits_reply": false,
                     *       "edited_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "internal": false,
                     *       "text": "It is on its way."
                     *     }
                     */
                    "application/json": components["schemas"]["CommentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    copy_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request to be sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [],
                     *       "form": {
                     *         "model": "pro"
                     *       },
                     *       "item": "laptop",
                     *       "item_version": "5b41"
                     *     }
                     */
                    "application/json": components["schemas"]["Copy"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    preview_correction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "model": "light"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Which answers hold, which are lost, what opens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kept": [],
                     *       "lost": [
                     *         {
                     *           "by": [
                     *             {
                     *               "name": "Max Lim",
                     *               "username": "max"
                     *             }
                     *           ],
                     *           "fields": [
                     *             "model"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "reason": "what they saw is not what would be asked now",
                     *           "step": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "opens": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "run": 2,
                     *       "stuck": false,
                     *       "undecided": []
                     *     }
                     */
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    escalate_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "group": "line-2",
                 *       "reason": "The service level cannot be met here."
                 *     }
                 */
                "application/json": components["schemas"]["Escalate"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor": {
                     *             "id": "0199d7a4-0000-7000-8000-000000000001",
                     *             "name": "Ann Lee",
                     *             "type": "person"
                     *           },
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "data": {
                     *             "item": "laptop",
                     *             "run": 1
                     *           },
                     *           "seq": 1,
                     *           "type": "ticket.submitted"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EventView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    explain_ticket: {
        parameters: {
            query?: {
                /** @description Which question; what the ticket waits for when absent. */
                of?: components["schemas"]["Of"];
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "because": [
                     *         "Tue 13 Jan 2026, 18:00: it must be resolved"
                     *       ],
                     *       "of": "wait",
                     *       "sentence": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "steps": [
                     *         {
                     *           "asked": [
                     *             "manager_of(ann)"
                     *           ],
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "inputs": {
                     *             "on_timeout": "escalate"
                     *           },
                     *           "kind": "approval",
                     *           "level": 0,
                     *           "moves_on": "Max Lim approves or rejects it",
                     *           "name": "Line manager",
                     *           "next": [
                     *             {
                     *               "at": "2026-01-08T06:05:00.000000Z",
                     *               "what": "the next level is asked as well"
                     *             }
                     *           ],
                     *           "place": {
                     *             "column": 1,
                     *             "line": 5,
                     *             "source": "workflows/laptop.rhai"
                     *           },
                     *           "since": "2026-01-06T06:05:00.000000Z",
                     *           "step": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "ticket": "SR-000123",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    record_follow_up: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "phone",
                 *       "comment": "All is well.",
                 *       "reached": true,
                 *       "satisfied": true
                 *     }
                 */
                "application/json": components["schemas"]["FollowUp"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    hold_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "customer",
                 *       "reason": "Please send the serial number."
                 *     }
                 */
                "application/json": components["schemas"]["Hold"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "since": "2026-01-06T06:05:00.000000Z",
                     *           "status": "assigned",
                     *           "title": "The switch of floor 3",
                     *           "to": "PRB-000124",
                     *           "type": "caused_by"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LinkView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    link_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The same switch.",
                 *       "to": "PRB-000124",
                 *       "type": "caused_by"
                 *     }
                 */
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    unlink_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "PRB-000124",
                 *       "type": "caused_by"
                 *     }
                 */
                "application/json": components["schemas"]["OldLink"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    join_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "In Shanghai, too."
                 *     }
                 */
                "application/json": components["schemas"]["MeToo"];
            };
        };
        responses: {
            /** @description What all may know of it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "affected": 3,
                     *       "item": "incident",
                     *       "kind": "incident",
                     *       "mine": false,
                     *       "number": "INC-000123",
                     *       "service": "mail",
                     *       "since": "2026-01-06T06:05:00.000000Z",
                     *       "title": "Mail is slow",
                     *       "workaround": null
                     *     }
                     */
                    "application/json": components["schemas"]["KnownView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    merge_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "INC-000124",
                 *       "reason": "The same outage."
                 *     }
                 */
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    hand_over_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "owner": "dan",
                 *       "reason": "Dora is away until March."
                 *     }
                 */
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    rate_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 5,
                 *       "text": "Quick and friendly."
                 *     }
                 */
                "application/json": components["schemas"]["Rate"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reclassify_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "system": "erp"
                 *       },
                 *       "item": "password-reset",
                 *       "reason": "Nothing has to be bought for this."
                 *     }
                 */
                "application/json": components["schemas"]["Reclassify"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reopen_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The printer still prints stripes."
                 *     }
                 */
                "application/json": components["schemas"]["ReopenTicket"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    resolve_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "done",
                 *       "resolution": "Delivered L-2041."
                 *     }
                 */
                "application/json": components["schemas"]["Resolve"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    restrict_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "group": "board",
                 *       "reason": "A matter of the staff."
                 *     }
                 */
                "application/json": components["schemas"]["Restrict"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description Done; the caller does not see the ticket any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    resume_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "migrate": true
                 *     }
                 */
                "application/json": components["schemas"]["Resume"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    return_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "not_ours",
                 *       "reason": "The mail server is not ours.",
                 *       "suggestion": "Ask line 2 for messaging."
                 *     }
                 */
                "application/json": components["schemas"]["HandBack"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    split_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "system": "erp"
                 *       },
                 *       "item": "password-reset",
                 *       "reason": "That is another matter."
                 *     }
                 */
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description The new ticket */
            201: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_steps: {
        parameters: {
            query?: {
                /** @description For staff: effects, reads and joins, too. */
                all?: boolean;
                /** @description Only of this run, from 1; of all when absent. */
                run?: number;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of steps */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "about": null,
                     *           "answered_at": null,
                     *           "answered_by": null,
                     *           "arguments": {
                     *             "show": {
                     *               "model": "pro"
                     *             }
                     *           },
                     *           "comment": null,
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": {
                     *             "groups": [],
                     *             "users": [
                     *               {
                     *                 "name": "Max Lim",
                     *                 "username": "max"
                     *               }
                     *             ]
                     *           },
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "opened_at": "2026-01-06T06:05:00.000000Z",
                     *           "origin": "script",
                     *           "outcome": null,
                     *           "output": null,
                     *           "path": "0",
                     *           "quorum": {
                     *             "approved": 0,
                     *             "needed": 1,
                     *             "of": 1,
                     *             "rejected": 0
                     *           },
                     *           "run": 1,
                     *           "seen": "9f2c1d",
                     *           "state": "open",
                     *           "text": null,
                     *           "ticket": "SR-000123",
                     *           "votes": []
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    open_step: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "800.00",
                 *       "for": {
                 *         "users": [
                 *           "sam"
                 *         ]
                 *       },
                 *       "kind": "approval",
                 *       "name": "Head of IT",
                 *       "show": {
                 *         "plan": "Two engineers for a day."
                 *       },
                 *       "within": "2wd"
                 *     }
                 */
                "application/json": components["schemas"]["OpenStep"];
            };
        };
        responses: {
            /** @description The step */
            201: {
                headers: {
                    /** @description Where the step is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": null,
                     *       "answered_at": null,
                     *       "answered_by": null,
                     *       "arguments": {
                     *         "amount": {
                     *           "amount": "800.00",
                     *           "currency": "EUR"
                     *         },
                     *         "mandatory": true,
                     *         "opened_by": "dora",
                     *         "show": {
                     *           "plan": "Two engineers for a day."
                     *         }
                     *       },
                     *       "comment": null,
                     *       "due_at": "2026-01-08T06:05:00.000000Z",
                     *       "for": {
                     *         "groups": [],
                     *         "users": [
                     *           {
                     *             "name": "Sam Roth",
                     *             "username": "sam"
                     *           }
                     *         ]
                     *       },
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "kind": "approval",
                     *       "name": "Head of IT",
                     *       "opened_at": "2026-01-06T06:05:00.000000Z",
                     *       "origin": "person",
                     *       "outcome": null,
                     *       "output": null,
                     *       "path": "m1",
                     *       "quorum": {
                     *         "approved": 0,
                     *         "needed": 1,
                     *         "of": 1,
                     *         "rejected": 0
                     *       },
                     *       "run": 1,
                     *       "seen": "9f2c1d",
                     *       "state": "open",
                     *       "text": null,
                     *       "ticket": "SR-000123",
                     *       "votes": []
                     *     }
                     */
                    "application/json": components["schemas"]["StepView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    unhold_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    unrestrict_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It is settled."
                 *     }
                 */
                "application/json": components["schemas"]["Lift"];
            };
        };
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    /** @description The ticket's version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_at": null,
                     *       "actions": [
                     *         "cancel",
                     *         "change",
                     *         "comment"
                     *       ],
                     *       "assignee": null,
                     *       "auto_closed": false,
                     *       "category": "technical",
                     *       "channel": "portal",
                     *       "closed_at": null,
                     *       "closure_code": null,
                     *       "closure_reason": null,
                     *       "cost": {
                     *         "actual": null,
                     *         "confirmed": null,
                     *         "currency": "EUR",
                     *         "estimated": "2100.00",
                     *         "lines": []
                     *       },
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "description": "",
                     *       "escalation_level": 0,
                     *       "flags": {
                     *         "cancelling": false,
                     *         "on_hold": false,
                     *         "stuck": false,
                     *         "vip": false
                     *       },
                     *       "follow_up": null,
                     *       "form": {
                     *         "model": "pro",
                     *         "reason": "The old one is slow."
                     *       },
                     *       "group": "service-desk",
                     *       "headline": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
                     *       "impact": "low",
                     *       "item": "laptop",
                     *       "kind": "request",
                     *       "location": "Shanghai",
                     *       "needed_by": null,
                     *       "number": "SR-000123",
                     *       "opened_by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "owner": null,
                     *       "owner_group": null,
                     *       "priority": "P4",
                     *       "rating": null,
                     *       "rejection_code": null,
                     *       "remarks": null,
                     *       "requested_for": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "requester": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "resolution": null,
                     *       "resolved_at": null,
                     *       "restricted_to": null,
                     *       "run": 1,
                     *       "services": [],
                     *       "sla": {
                     *         "name": "hardware",
                     *         "paused": false,
                     *         "resolve_breached": false,
                     *         "resolve_due": null,
                     *         "respond_breached": false,
                     *         "respond_due": "2026-01-06T08:05:00.000000Z",
                     *         "responded_at": null,
                     *         "started_at": null
                     *       },
                     *       "stage": null,
                     *       "status": "new",
                     *       "tags": [],
                     *       "title": "Laptop",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z",
                     *       "urgency": "normal",
                     *       "version": 1,
                     *       "waiting": [
                     *         {
                     *           "due_at": "2026-01-08T06:05:00.000000Z",
                     *           "for": [
                     *             "Max Lim"
                     *           ],
                     *           "kind": "approval",
                     *           "name": "Line manager",
                     *           "party": "person",
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "waiting_on": [
                     *         "approval"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_watchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who watch it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "by": {
                     *             "name": "Dora Weiss",
                     *             "username": "dora"
                     *           },
                     *           "person": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WatcherView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    add_watcher: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user": "max"
                 *     }
                 */
                "application/json": components["schemas"]["Watch"];
            };
        };
        responses: {
            /** @description Those who watch it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "by": {
                     *             "name": "Dora Weiss",
                     *             "username": "dora"
                     *           },
                     *           "person": {
                     *             "name": "Max Lim",
                     *             "username": "max"
                     *           },
                     *           "since": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WatcherView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_watcher: {
        parameters: {
            query?: {
                /** @description Username; the caller when absent. */
                user?: string;
            };
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are told nothing more of it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_work: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "author": {
                     *             "name": "Lin Chen",
                     *             "username": "lin"
                     *           },
                     *           "corrected_at": null,
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b55",
                     *           "logged_at": "2026-01-06T06:05:00.000000Z",
                     *           "minutes": 25,
                     *           "note": "Replaced the disk.",
                     *           "step": null,
                     *           "when": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WorkView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    log_work: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description The ticket's number. The digits identify; the prefix is ignored.
                 * @example SR-000123
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 25,
                 *       "note": "Replaced the disk."
                 *     }
                 */
                "application/json": components["schemas"]["LogWork"];
            };
        };
        responses: {
            /** @description The entry */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "corrected_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b55",
                     *       "logged_at": "2026-01-06T06:05:00.000000Z",
                     *       "minutes": 25,
                     *       "note": "Replaced the disk.",
                     *       "step": null,
                     *       "when": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-01-06T06:05:00.000000Z",
                     *           "expires_at": null,
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *           "name": "monitoring"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TokenView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_at": "2027-01-01T00:00:00Z",
                 *       "name": "monitoring"
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token and, this once, its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "expires_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "name": "monitoring",
                     *       "secret": "qk1V…"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is worth nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description A part of username, name or department. */
                q?: string;
                /** @description Name of a group that they are in. */
                group?: string;
                /** @description A role that they hold. */
                role?: "requester" | "agent" | "handler" | "approver" | "service_request_manager" | "knowledge_manager" | "author" | "admin" | "integrator" | "auditor";
                /** @description Whether they may act and be asked. */
                active?: boolean;
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "active": true,
                     *           "calendar": null,
                     *           "categories": [],
                     *           "department": "IT",
                     *           "email": "dora@example.org",
                     *           "groups": [
                     *             "service-desk"
                     *           ],
                     *           "language": "en",
                     *           "location": "Berlin",
                     *           "manager": "sam",
                     *           "name": "Dora Petrova",
                     *           "phone": null,
                     *           "profile": "expert",
                     *           "roles": [
                     *             "requester",
                     *             "agent"
                     *           ],
                     *           "skills": [
                     *             "laptop"
                     *           ],
                     *           "substitute": null,
                     *           "username": "dora",
                     *           "zone": "Europe/Berlin"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_UserView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "eva@example.org",
                 *       "groups": [
                 *         "service-desk"
                 *       ],
                 *       "manager": "max",
                 *       "name": "Eva Stone",
                 *       "roles": [
                 *         "agent"
                 *       ],
                 *       "skills": [
                 *         "laptop"
                 *       ],
                 *       "username": "eva"
                 *     }
                 */
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description The person and, this once, the password */
            201: {
                headers: {
                    /** @description Where they are */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "calendar": null,
                     *       "categories": [],
                     *       "department": "IT",
                     *       "email": "dora@example.org",
                     *       "groups": [
                     *         "service-desk"
                     *       ],
                     *       "language": "en",
                     *       "location": "Berlin",
                     *       "manager": "sam",
                     *       "name": "Dora Petrova",
                     *       "password": "9f2c1d…",
                     *       "phone": null,
                     *       "profile": "expert",
                     *       "roles": [
                     *         "requester",
                     *         "agent"
                     *       ],
                     *       "skills": [
                     *         "laptop"
                     *       ],
                     *       "substitute": null,
                     *       "username": "dora",
                     *       "zone": "Europe/Berlin"
                     *     }
                     */
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Their username.
                 * @example dora
                 */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "calendar": null,
                     *       "categories": [],
                     *       "department": "IT",
                     *       "email": "dora@example.org",
                     *       "groups": [
                     *         "service-desk"
                     *       ],
                     *       "language": "en",
                     *       "location": "Berlin",
                     *       "manager": "sam",
                     *       "name": "Dora Petrova",
                     *       "phone": null,
                     *       "profile": "expert",
                     *       "roles": [
                     *         "requester",
                     *         "agent"
                     *       ],
                     *       "skills": [
                     *         "laptop"
                     *       ],
                     *       "substitute": null,
                     *       "username": "dora",
                     *       "zone": "Europe/Berlin"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Their username.
                 * @example dora
                 */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "manager": "max",
                 *       "profile": "scripted",
                 *       "skills": [
                 *         "laptop"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "calendar": null,
                     *       "categories": [],
                     *       "department": "IT",
                     *       "email": "dora@example.org",
                     *       "groups": [
                     *         "service-desk"
                     *       ],
                     *       "language": "en",
                     *       "location": "Berlin",
                     *       "manager": "sam",
                     *       "name": "Dora Petrova",
                     *       "phone": null,
                     *       "profile": "expert",
                     *       "roles": [
                     *         "requester",
                     *         "agent"
                     *       ],
                     *       "skills": [
                     *         "laptop"
                     *       ],
                     *       "substitute": null,
                     *       "username": "dora",
                     *       "zone": "Europe/Berlin"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    load_of_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Their username.
                 * @example dora
                 */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The load */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absent_until": null,
                     *       "awake": true,
                     *       "by_priority": {
                     *         "P2": 1,
                     *         "P3": 3
                     *       },
                     *       "name": "Dora Petrova",
                     *       "steps": 2,
                     *       "tickets": 4,
                     *       "username": "dora"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonLoad"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Their username.
                 * @example dora
                 */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person and, this once, the password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "calendar": null,
                     *       "categories": [],
                     *       "department": "IT",
                     *       "email": "dora@example.org",
                     *       "groups": [
                     *         "service-desk"
                     *       ],
                     *       "language": "en",
                     *       "location": "Berlin",
                     *       "manager": "sam",
                     *       "name": "Dora Petrova",
                     *       "password": "9f2c1d…",
                     *       "phone": null,
                     *       "profile": "expert",
                     *       "roles": [
                     *         "requester",
                     *         "agent"
                     *       ],
                     *       "skills": [
                     *         "laptop"
                     *       ],
                     *       "substitute": null,
                     *       "username": "dora",
                     *       "zone": "Europe/Berlin"
                     *     }
                     */
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_views: {
        parameters: {
            query?: {
                /** @description Entries of a page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of views */
            200: {
                headers: {
                    /** @description The next page, `rel="next"` */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "changeable": true,
                     *           "columns": [
                     *             "number",
                     *             "requested_for",
                     *             "location"
                     *           ],
                     *           "created_at": "2026-01-06T06:05:00.000000Z",
                     *           "filters": "item=laptop&waiting_on=task",
                     *           "group": "service-desk",
                     *           "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21",
                     *           "name": "Laptops to hand over",
                     *           "owner": "dora",
                     *           "shared": "group",
                     *           "sort": "resolve_due",
                     *           "updated_at": "2026-01-06T06:05:00.000000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_SavedViewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": "item=laptop&waiting_on=task",
                 *       "group": "service-desk",
                 *       "name": "Laptops to hand over",
                 *       "shared": "group",
                 *       "sort": "resolve_due"
                 *     }
                 */
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description The view */
            201: {
                headers: {
                    /** @description Where it is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changeable": true,
                     *       "columns": [
                     *         "number",
                     *         "requested_for",
                     *         "location"
                     *       ],
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "filters": "item=laptop&waiting_on=task",
                     *       "group": "service-desk",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21",
                     *       "name": "Laptops to hand over",
                     *       "owner": "dora",
                     *       "shared": "group",
                     *       "sort": "resolve_due",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The view */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changeable": true,
                     *       "columns": [
                     *         "number",
                     *         "requested_for",
                     *         "location"
                     *       ],
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "filters": "item=laptop&waiting_on=task",
                     *       "group": "service-desk",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21",
                     *       "name": "Laptops to hand over",
                     *       "owner": "dora",
                     *       "shared": "group",
                     *       "sort": "resolve_due",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shared": "nobody"
                 *     }
                 */
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description The view */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changeable": true,
                     *       "columns": [
                     *         "number",
                     *         "requested_for",
                     *         "location"
                     *       ],
                     *       "created_at": "2026-01-06T06:05:00.000000Z",
                     *       "filters": "item=laptop&waiting_on=task",
                     *       "group": "service-desk",
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21",
                     *       "name": "Laptops to hand over",
                     *       "owner": "dora",
                     *       "shared": "group",
                     *       "sort": "resolve_due",
                     *       "updated_at": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "corrected_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b55",
                     *       "logged_at": "2026-01-06T06:05:00.000000Z",
                     *       "minutes": 25,
                     *       "note": "Replaced the disk.",
                     *       "step": null,
                     *       "when": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    correct_work: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable ASCII characters. A repeat under the same key is
                 *     answered from what was made, with `Idempotency-Replayed: true`.
                 * @example 4f1c2e
                 */
                "Idempotency-Key"?: string | null;
                /**
                 * @description The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
                 * @example "7"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its id.
                 * @example 0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 20
                 *     }
                 */
                "application/json": components["schemas"]["CorrectWork"];
            };
        };
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "name": "Lin Chen",
                     *         "username": "lin"
                     *       },
                     *       "corrected_at": null,
                     *       "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b55",
                     *       "logged_at": "2026-01-06T06:05:00.000000Z",
                     *       "minutes": 25,
                     *       "note": "Replaced the disk.",
                     *       "step": null,
                     *       "when": "2026-01-06T06:05:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "doc": "A laptop: the line manager agrees.",
                     *           "items": [
                     *             "laptop"
                     *           ],
                     *           "name": "laptop",
                     *           "version": "9f2c1d…"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WorkflowEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "doc": "",
                     *       "items": [
                     *         "laptop"
                     *       ],
                     *       "name": "laptop",
                     *       "path": "workflows/laptop.rhai",
                     *       "source": "sla(\"hardware\");\nresolve(\"done\");\n",
                     *       "version": "9f2c1d…"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    publish_workflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The text that the author has seen, as `ETag` gave it; another one is 412.
                 * @example "5b41…"
                 */
                "If-Match"?: string | null;
            };
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "migrate": "matching",
                 *       "note": "shorter",
                 *       "source": "sla(\"hardware\");\nresolve(\"done\");\n"
                 *     }
                 */
                "application/json": components["schemas"]["NewText"];
            };
        };
        responses: {
            /** @description It is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [
                     *         "workflows/laptop.rhai"
                     *       ],
                     *       "kept": [],
                     *       "migrated": [
                     *         "SR-000123"
                     *       ],
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The policy wants a second pair of eyes: it is a proposal */
            202: {
                headers: {
                    /** @description The proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": [],
                     *       "kept": [],
                     *       "migrated": [],
                     *       "proposal": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11",
                     *       "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    plan_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "sla(\"hardware\");\nresolve(\"done\");\n"
                 *     }
                 */
                "application/json": components["schemas"]["Proposal"];
            };
        };
        responses: {
            /** @description How many go on, and which do not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "diverging": [
                     *         {
                     *           "line": 12,
                     *           "number": "SR-000124",
                     *           "reason": "step 1: the journal has task \"two\" …"
                     *         }
                     *       ],
                     *       "further": [
                     *         {
                     *           "number": "SR-000123",
                     *           "steps": [
                     *             "Security"
                     *           ]
                     *         }
                     *       ],
                     *       "unchanged": 41
                     *     }
                     */
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    try_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "files": {
                 *         "workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TrialWish"];
            };
        };
        responses: {
            /** @description What came of each, passed or failed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "coverage": {
                     *         "all": 9,
                     *         "missing": [
                     *           {
                     *             "column": 5,
                     *             "file": "workflows/laptop.rhai",
                     *             "line": 9,
                     *             "never": "rejected or expired",
                     *             "what": "approval \"Finance\""
                     *           }
                     *         ],
                     *         "taken": 7
                     *       },
                     *       "failed": 1,
                     *       "not_run": [],
                     *       "passed": 1,
                     *       "results": [
                     *         {
                     *           "file": "workflows/tests/laptop.rhai",
                     *           "name": "a light laptop needs no finance",
                     *           "passed": true,
                     *           "seconds": 0.012
                     *         },
                     *         {
                     *           "fault": {
                     *             "code": "expectation",
                     *             "column": 5,
                     *             "file": "workflows/tests/laptop.rhai",
                     *             "line": 12,
                     *             "message": "\"Security\" is not open; open are: approval \"Line manager\" (workflows/laptop.rhai:7:1)",
                     *             "severity": "error"
                     *           },
                     *           "file": "workflows/tests/laptop.rhai",
                     *           "message": "\"Security\" is not open; open are: approval \"Line manager\" (workflows/laptop.rhai:7:1)",
                     *           "name": "security agrees",
                     *           "passed": false,
                     *           "seconds": 0.004
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-06T06:05:00.000000Z",
                     *           "author": "ada",
                     *           "hash": "9f2c1d…",
                     *           "note": "shorter",
                     *           "release": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TextVersion"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_former_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name, without folder and ending.
                 * @example laptop
                 */
                name: string;
                /**
                 * @description The hash of the text, as `versions` lists it.
                 * @example 5b41…
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "doc": "",
                     *       "items": [
                     *         "laptop"
                     *       ],
                     *       "name": "laptop",
                     *       "path": "workflows/laptop.rhai",
                     *       "source": "sla(\"hardware\");\nresolve(\"done\");\n",
                     *       "version": "9f2c1d…"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    is_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": components["schemas"]["Well"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    is_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["Well"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenMetrics text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example maitred_http_requests_total{method="GET",route="/api/v1/me",status="200"} 1
                     *     # EOF
                     */
                    "application/openmetrics-text": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The code
                 * @example steps_open
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Code and title; of a problem its status; of a fault what it means and what to do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "steps_open",
                     *       "status": 409,
                     *       "title": "Steps are in the way"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    show_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The link's token
                 * @example 5b41…
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the language of who was asked: a form, or that the ticket was rated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    rate_by_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The link's token
                 * @example 5b41…
                 */
                token: string;
            };
            cookie?: never;
        };
        /** @description The score and, if they like, words */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 5,
                 *       "text": "Quick and friendly."
                 *     }
                 */
                "application/json": components["schemas"]["Rate"];
                /** @example score=5&text=Quick+and+friendly. */
                "application/x-www-form-urlencoded": components["schemas"]["Rate"];
            };
        };
        responses: {
            /** @description It was recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-08T06:05:00.000000Z",
                     *       "by": {
                     *         "name": "Ann Lee",
                     *         "username": "ann"
                     *       },
                     *       "score": 5,
                     *       "text": "Quick and friendly."
                     *     }
                     */
                    "application/json": components["schemas"]["RatingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
}
