// Made by `npm run client` from the OpenAPI document; never edited by hand.

export interface paths {
    "/api/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that makes an account with this address, within a day; one that has an account is mailed a login link */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-up/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account by the mailed link’s token; logs in at once */
        post: operations["finishSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in by e-mail address and password */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that logs in once, within 10 minutes; an address without an account is mailed a link to sign up */
        post: operations["mailLoginLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/magic-link/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in by the mailed link’s token, once */
        post: operations["useLoginLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a login: a code of the authenticator app, or a backup code; each works once */
        post: operations["finishLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose accounts hosts may log in with here */
        get: operations["listLoginProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/with/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Log in, or make an account, with an account of Google or Microsoft */
        get: operations["startLogin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/callback/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where Google or Microsoft sends the browser back; works once for each attempt */
        get: operations["followLogin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/links/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose mailed link this is, before it is used: nothing is used up */
        post: operations["readLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, or null: unlike elsewhere, a no is no problem */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that sets a new password once, within an hour; an address without an account is mailed a link to sign up */
        post: operations["mailPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the mailed link’s token; ends every session and every mailed link of the account */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; ends every other session and every mailed link of the account */
        post: operations["changePassword"];
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
        /** The logged-in host */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /** Delete the account: upcoming bookings are cancelled, platforms are disconnected, then all data is erased */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /** Change what guests see of the host, the time zone, language, clock, limits or other settings */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything we store about the host, without secrets */
        post: operations["exportMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a photo or logo beside the name: the file itself, JPEG, PNG or WebP, at most 5 MB */
        put: operations["putPhoto"];
        post?: never;
        /** Take the photo away */
        delete: operations["deletePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/contact-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the address that guests see and reply to; another one than the login’s is mailed a link first */
        put: operations["putContactAddress"];
        post?: never;
        /** Show guests no address; whether they see the login’s in their mails is `showsLoginEmail` */
        delete: operations["deleteContactAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/contact-address/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the address by the token of the mailed link, once and by the same host */
        post: operations["confirmContactAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the host is logged in, this browser first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log every other browser out */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log one browser out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of Google and Microsoft that log the host in */
        get: operations["listLogins"];
        put?: never;
        /** Begin to add one: the host shows at the provider which account it is */
        post: operations["beginAddingLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/logins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let an account of Google or Microsoft no longer log in */
        delete: operations["deleteLogin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether two-step verification is on, and how many backup codes are left */
        get: operations["getTwoFactor"];
        put?: never;
        /** Begin to set up an authenticator app; nothing changes before its first code is sent, within an hour */
        post: operations["beginTwoFactor"];
        /** Turn two-step verification off; the app and the backup codes are forgotten */
        delete: operations["disableTwoFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/turn-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn two-step verification on, by a first code of the app; ends every other session */
        post: operations["enableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new backup codes; the former ones stop working */
        post: operations["replaceBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s API keys, the newest first */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; its owner is told by mail */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an API key; it stops working at once */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the bookings can be read as a calendar */
        get: operations["getCalendarFeed"];
        put?: never;
        /** Make the calendar’s secret address, or a new one: the former stops working at once */
        post: operations["renewCalendarFeed"];
        /** Revoke the calendar’s address; it stops working at once */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A host’s bookings, from 30 days ago to a year ahead, for calendar programs that know the secret address */
        get: operations["readCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries whose public holidays are known, by name */
        get: operations["listHolidayCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays of a country or region in the year to come */
        get: operations["listHolidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s schedules, the default one first */
        get: operations["listSchedules"];
        put?: never;
        /** Add a schedule */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One schedule */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /** Delete a schedule that no event type uses */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /** Change a schedule; existing bookings stay as they are */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendars that block times; they are read more often while this is asked */
        get: operations["listCalendars"];
        put?: never;
        /** Use a calendar: its busy times block from now on */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a calendar now */
        post: operations["checkCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop using a calendar; its address and busy times are erased */
        delete: operations["deleteCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s event types in the host’s order, archived ones last */
        get: operations["listEventTypes"];
        put?: never;
        /** Add an event type */
        post: operations["createEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put event types into the order in which the host’s page shows them */
        put: operations["putEventTypesInOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event type */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        /** Delete an event type that was never booked; archive one that was */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /** Change, publish or archive an event type; existing bookings stay as they are */
        patch: operations["updateEventType"];
        trace?: never;
    };
    "/api/v1/event-types/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy an event type; the copy is off */
        post: operations["duplicateEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Available times of an event type; with `explain=1` also the others, each with the reason */
        get: operations["listHostSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single-use and expiring links of an event type, the newest first */
        get: operations["listBookingLinks"];
        put?: never;
        /** Make a link by which the event type is booked, also while it is off or unlisted */
        post: operations["addBookingLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a link; nothing can be booked by it any more, and what was booked stays */
        delete: operations["removeBookingLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meeting platforms and how each is connected */
        get: operations["listIntegrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The progress of an attempt to connect */
        get: operations["getConnectAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{provider}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start connecting a meeting platform */
        post: operations["connectProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{provider}/create-missing-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the missing meetings of upcoming bookings, and mail each link */
        post: operations["createMissingLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a meeting platform; existing bookings keep their links */
        delete: operations["disconnectProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Have events delivered to a system of your own */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a webhook with the log of its deliveries */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, pause it or resume it */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret; the former one signs beside it for 24 hours */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of type `webhook.test` */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deliveries of the last 30 days, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again, under the same `webhook-id` */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book an available time for a guest, who gets the confirmation */
        post: operations["bookForGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s bookings of one view, page by page */
        get: operations["listBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host’s bookings as a spreadsheet, newest first */
        get: operations["exportBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking with its timeline */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a pending booking, or the new time its guest proposes */
        post: operations["confirmBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a pending booking, or the new time its guest proposes; that booking keeps its time */
        post: operations["declineBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a booking */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a booking to another available time */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/guests/{guestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a further guest, who is told and loses the calendar entry; the booking stands */
        delete: operations["removeGuestOfBooking"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the confirmation again; a missing meeting is created first */
        post: operations["resendConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Share a meeting link of your own with the guest */
        put: operations["setBookingLink"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/ask-to-reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the guest to pick another time; the booking keeps its time until then */
        post: operations["askToReschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Correct the guest’s name or address; the confirmation is emailed again, and links sent to a wrong address end */
        put: operations["correctGuest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note that the guest did not come, once the meeting has begun, or take it back */
        put: operations["markNoShow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep private notes about a booking; guests never see them */
        put: operations["keepBookingNotes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A guest’s booking; reading it changes nothing */
        get: operations["getGuestBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the booking to another available time, or propose that time where the host confirms; choosing the booked time withdraws the proposal */
        post: operations["rescheduleGuestBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel the booking */
        post: operations["cancelGuestBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the reminders of this booking (also the one-click target of mail programs, RFC 8058) */
        post: operations["unsubscribeFromReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/guests/{token}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A further guest leaves a booking: their data is erased and no more mails come (also the one-click target of mail programs, RFC 8058) */
        post: operations["leaveAsFurtherGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything we store about the guest’s booking */
        post: operations["exportGuestData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the guest’s data; an upcoming booking is cancelled, and its link stops working at once */
        post: operations["eraseGuestData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/bookings/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The booking as a calendar file */
        get: operations["downloadCalendarFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A host and the event types on their page */
        get: operations["getPublicHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event type and the questions of its booking form */
        get: operations["getPublicEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{handle}/{slug}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Available times, for at most 62 days at once */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{handle}/{slug}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book an available time */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a provider sends the host’s browser back; works once for each attempt */
        get: operations["finishConnecting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notifications of a provider: verified, stored, then answered */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive and takes requests */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready to take requests */
        get: operations["readyz"];
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
        /** Prometheus metrics, for this machine only */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
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
         * @description The address alone. With `DEV_INSTANT_SIGN_UP`, a setting for development and tests only, name and password as well.
         * @example {
         *       "email": "ann@example.com"
         *     }
         */
        SignUp: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            /** @example Ann Lee */
            name?: string;
            /** @example four unrelated words here */
            password?: string;
            /** @description IANA zone; UTC where unknown */
            timeZone?: string;
        };
        /**
         * @description The password may be left out where the link follows a login with another account.
         * @example {
         *       "token": "AbCdEf0123456789AbCdEf0123456789",
         *       "name": "Ann Lee",
         *       "password": "four unrelated words here",
         *       "timeZone": "Europe/Berlin"
         *     }
         */
        FinishSignUp: {
            /** @description Of the mailed link */
            token: string;
            /** @example Ann Lee */
            name: string;
            /** @example four unrelated words here */
            password?: string;
            /** @description IANA zone; UTC where unknown */
            timeZone?: string;
        };
        /**
         * @example {
         *       "email": "ann@example.com",
         *       "password": "four unrelated words here"
         *     }
         */
        LogIn: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            /** @example four unrelated words here */
            password: string;
        };
        /**
         * @example {
         *       "email": "ann@example.com",
         *       "to": "/bookings"
         *     }
         */
        MailLoginLink: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            /** @example /bookings */
            to?: string;
        };
        /**
         * @example {
         *       "token": "AbCdEf0123456789AbCdEf0123456789"
         *     }
         */
        UseLoginLink: {
            /** @description Of the mailed link */
            token: string;
        };
        /**
         * @example {
         *       "code": "123456"
         *     }
         */
        SecondStep: {
            /** @example 123456 */
            code: string;
        };
        /**
         * @example {
         *       "kind": "login",
         *       "token": "AbCdEf0123456789AbCdEf0123456789"
         *     }
         */
        ReadLink: {
            /** @enum {string} */
            kind: "sign-up" | "login" | "password";
            /** @description Of the mailed link */
            token: string;
        };
        /**
         * @example {
         *       "email": "ann@example.com"
         *     }
         */
        MailPasswordLink: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
        };
        /**
         * @example {
         *       "token": "AbCdEf0123456789AbCdEf0123456789",
         *       "newPassword": "four unrelated words here"
         *     }
         */
        SetPassword: {
            /** @description Of the mailed link */
            token: string;
            /** @example four unrelated words here */
            newPassword: string;
        };
        /**
         * @example {
         *       "currentPassword": "my former password",
         *       "newPassword": "four unrelated words here"
         *     }
         */
        ChangePassword: {
            /** @example four unrelated words here */
            currentPassword: string;
            /** @example four unrelated words here */
            newPassword: string;
        };
        /**
         * @example {
         *       "handle": "ann-lee",
         *       "timeZone": "Europe/Berlin"
         *     }
         */
        MeChange: {
            /** @example Ann Lee */
            name?: string;
            /** @example ann-lee */
            handle?: string;
            /**
             * @description IANA zone; one under a former name is told under that of today
             * @example Europe/Berlin
             */
            timeZone?: string;
            /** @description BCP 47 tag; null for as the host’s browser has it */
            locale?: string | null;
            /** @description null for as the host’s browser has it */
            hourCycle?: ("h12" | "h23") | null;
            /** @description ISO weekday, Monday is 1; null for as the host’s browser has it */
            weekStart?: number | null;
            /** @description What the host’s browser has, sent by the host’s pages: taken for what the host has not chosen */
            browser?: {
                /**
                 * @description BCP 47 tag of the language that dates and mails are written in
                 * @example en-US
                 */
                locale: string;
                /**
                 * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
                 * @example h23
                 * @enum {string}
                 */
                hourCycle: "h12" | "h23";
                /** @description ISO weekday that weeks begin with, Monday is 1 */
                weekStart: number;
            };
            /** @description The language of the host’s pages and of mails to guests; null for that of each guest’s browser */
            guestLanguage?: ("en" | "de" | "fr" | "es" | "pt-BR" | "it" | "nl" | "pl" | "ja" | "ar") | null;
            /** @description The most bookings in a local day; a host’s own count all event types together */
            maxPerDay?: number | null;
            /** @description The most bookings in a local week; a host’s own count all event types together */
            maxPerWeek?: number | null;
            /** @description The most bookings in a local month; a host’s own count all event types together */
            maxPerMonth?: number | null;
            /**
             * @description Local dates, both included, on which the hours of all schedules are in another time zone, overrides too. Ranges must not overlap
             * @example [
             *       {
             *         "from": "2026-12-03",
             *         "to": "2026-12-09",
             *         "timeZone": "Asia/Tokyo"
             *       }
             *     ]
             */
            trips?: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                to: string;
                /**
                 * @description IANA zone; one under a former name is told under that of today
                 * @example Europe/Berlin
                 */
                timeZone: string;
            }[];
            /**
             * @description Public holidays, on which no time is offered unless the date has an override; null for none
             * @example {
             *       "country": "DE",
             *       "region": "BY",
             *       "worked": [
             *         "2026-12-26"
             *       ]
             *     }
             */
            holidays?: {
                /**
                 * @description ISO 3166-1 code, one of `/api/v1/holidays/countries`
                 * @example DE
                 */
                country: string;
                region: string | null;
                /** @description Dates of holidays that the host works on */
                worked: string[];
            } | null;
            /** @description Whether schedules in the former time zone take the new one too. Left out, their hours stay as they are */
            moveHours?: boolean;
            /** @enum {string} */
            onProviderDelete?: "cancel" | "tell";
            /** @enum {string} */
            onProviderMove?: "reschedule" | "tell";
            /** @description Which first steps the host has taken, and whether the list of them is hidden */
            firstSteps?: {
                done: ("handle" | "zone" | "hours" | "connect" | "share")[];
                hidden: boolean;
            };
            embedSites?: string[];
            /** @description One line under the name; empty for none */
            bio?: string;
            /** @description A text on the host’s page; empty for none */
            welcome?: string;
            /**
             * @description Guests see shades of it that can be read; null for ours
             * @example #7a1fa2
             */
            accentColour?: string | null;
            /** @description Whether guests see the login’s address, and reply to it, in mails about their bookings where there is no `contactEmail` */
            showsLoginEmail?: boolean;
        };
        /**
         * @example {
         *       "password": "four unrelated words here"
         *     }
         */
        Confirmation: {
            /** @description Needed where the login is more than ten minutes ago */
            password?: string;
        };
        /**
         * @example {
         *       "email": "hello@example.com"
         *     }
         */
        ContactAddress: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
        };
        /**
         * @example {
         *       "token": "of-the-mailed-link"
         *     }
         */
        ContactAddressProof: {
            token: string;
        };
        /**
         * @example {
         *       "provider": "google"
         *     }
         */
        AddLogin: {
            /** @description Needed where the login is more than ten minutes ago */
            password?: string;
            /**
             * @description `google` or `microsoft`
             * @example google
             */
            provider: string;
        };
        /**
         * @example {
         *       "name": "Our website",
         *       "scope": "read",
         *       "expiresAt": "2027-12-31T00:00:00Z"
         *     }
         */
        NewApiKey: {
            name: string;
            /**
             * @description `read`: GET requests only
             * @enum {string}
             */
            scope: "read" | "write";
            /** @default null */
            expiresAt?: string | null;
            /** @description Needed where the login is more than ten minutes ago */
            password?: string;
        };
        /**
         * @example {
         *       "name": "Mornings",
         *       "timeZone": "Europe/Berlin",
         *       "weekly": [
         *         {
         *           "days": [
         *             1,
         *             2,
         *             3
         *           ],
         *           "from": "08:00",
         *           "to": "12:00"
         *         }
         *       ]
         *     }
         */
        NewSchedule: {
            /** @default Working hours */
            name?: string;
            /**
             * @description The host’s own zone if left out
             * @example Europe/Berlin
             */
            timeZone?: string;
            /** @default false */
            isDefault?: boolean;
            /**
             * @description ISO weekdays, local wall-clock times. Hours that end before they start end on the next day: 22:00 to 02:00
             * @default []
             * @example [
             *       {
             *         "days": [
             *           1,
             *           2
             *         ],
             *         "from": "09:00",
             *         "to": "17:00"
             *       }
             *     ]
             */
            weekly?: {
                days: number[];
                from: string;
                to: string;
            }[];
            /**
             * @description Replace the hours that start on one local date; no intervals: unavailable all day. One override a date
             * @default []
             */
            overrides?: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                date: string;
                intervals: [
                    string,
                    string
                ][];
            }[];
        };
        /**
         * @example {
         *       "timeZone": "Europe/Paris"
         *     }
         */
        ScheduleChange: {
            name?: string;
            /**
             * @description IANA zone; one under a former name is told under that of today
             * @example Europe/Berlin
             */
            timeZone?: string;
            /**
             * @description ISO weekdays, local wall-clock times. Hours that end before they start end on the next day: 22:00 to 02:00
             * @example [
             *       {
             *         "days": [
             *           1,
             *           2
             *         ],
             *         "from": "09:00",
             *         "to": "17:00"
             *       }
             *     ]
             */
            weekly?: {
                days: number[];
                from: string;
                to: string;
            }[];
            /** @description Replace the hours that start on one local date; no intervals: unavailable all day. One override a date */
            overrides?: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                date: string;
                intervals: [
                    string,
                    string
                ][];
            }[];
            isDefault?: boolean;
        };
        /**
         * @example {
         *       "url": "webcal://calendar.example.com/secret/basic.ics",
         *       "name": "Private"
         *     }
         */
        NewCalendar: {
            /** @description Its secret iCal address, `https` or `webcal`. It is never returned */
            url: string;
            /** @description Its server’s name if left out */
            name?: string;
        };
        /**
         * @example {
         *       "title": "Intro call",
         *       "durationMinutes": 30,
         *       "location": {
         *         "kind": "zoom"
         *       },
         *       "visibility": "live"
         *     }
         */
        NewEventType: {
            title: string;
            /**
             * @description Made from the title if left out
             * @example intro-call
             */
            slug?: string;
            /** @default  */
            description?: string;
            /** @default 30 */
            durationMinutes?: number;
            /**
             * @description Other lengths that a guest may choose instead of `durationMinutes`
             * @default []
             */
            furtherDurations?: number[];
            /** @description Null: the duration. Left out: 30 for types of an hour or more, else the duration */
            slotIntervalMinutes?: number | null;
            /** @default 0 */
            bufferBeforeMinutes?: number;
            /** @default 0 */
            bufferAfterMinutes?: number;
            /** @default 0 */
            minimumNoticeMinutes?: number;
            /**
             * @description Until how long before the start guests may reschedule or cancel
             * @default 0
             */
            changeNoticeMinutes?: number;
            /**
             * @description Whether guests who reschedule or cancel have to say why
             * @default false
             */
            requiresReason?: boolean;
            /**
             * @description A text that guests read on the page of a confirmed booking; empty for none
             * @default
             */
            thankYou?: string;
            /**
             * @description Where guests are led after booking; null: they stay on the booking’s page. Requests that wait stay too
             * @default null
             * @example https://www.example.com/thank-you
             */
            redirectUrl?: string | null;
            /**
             * @description Whether `event_type`, `starts_at` and `booking` are added to `redirectUrl`; nothing about the guest is
             * @default false
             */
            redirectPassesDetails?: boolean;
            /**
             * @description The host’s own line in the guest’s confirmation; empty for none
             * @default
             */
            confirmationLine?: string;
            /**
             * @description How long after the end the guest is thanked by a mail; null for never
             * @default null
             */
            followUpMinutes?: number | null;
            /**
             * @description The host’s own line in that mail; empty for none
             * @default
             */
            followUpLine?: string;
            /**
             * @default {
             *       "kind": "rolling",
             *       "days": 60
             *     }
             */
            bookingWindow?: {
                /** @constant */
                kind: "rolling";
                days: number;
            } | {
                /** @constant */
                kind: "range";
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                to: string;
            };
            /**
             * @description The most bookings in a local day; a host’s own count all event types together
             * @default null
             */
            maxPerDay?: number | null;
            /**
             * @description The most bookings in a local week; a host’s own count all event types together
             * @default null
             */
            maxPerWeek?: number | null;
            /**
             * @description The most bookings in a local month; a host’s own count all event types together
             * @default null
             */
            maxPerMonth?: number | null;
            /**
             * @default {
             *       "kind": "in_person"
             *     }
             * @example {
             *       "kind": "zoom"
             *     }
             */
            location?: {
                /** @description A provider id, or `link`, `phone`, `in_person` */
                kind: string;
                /** @description Link, number or place, where no provider is asked. `phone` with a number: the guest calls it; without one: the host calls the guest, whose number is required to book */
                value?: string;
                /** @description What guests choose it by; needed where another location is of its kind, not for providers */
                label?: string;
            };
            /**
             * @description Other places that a guest may choose instead of `location`; several of one kind that is no provider’s where each has its own `label`
             * @default []
             */
            furtherLocations?: {
                /** @description A provider id, or `link`, `phone`, `in_person` */
                kind: string;
                /** @description Link, number or place, where no provider is asked. `phone` with a number: the guest calls it; without one: the host calls the guest, whose number is required to book */
                value?: string;
                /** @description What guests choose it by; needed where another location is of its kind, not for providers */
                label?: string;
            }[];
            /** @default false */
            requiresConfirmation?: boolean;
            /**
             * @description Whether guests may bring further guests
             * @default true
             */
            allowsGuests?: boolean;
            /** @default 1440 */
            holdMinutes?: number;
            /**
             * @default [
             *       1440,
             *       60
             *     ]
             */
            reminderMinutes?: number[];
            /** @default [] */
            questions?: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "choice" | "checkbox" | "phone";
                /** @default false */
                required?: boolean;
                options?: string[];
            }[];
            /**
             * @description `off` if left out
             * @enum {string}
             */
            visibility?: "live" | "unlisted" | "off";
            /** @description Short for `visibility`, which wins: false is `off`; true is `live`, or `unlisted` where it was that */
            published?: boolean;
            /**
             * Format: uuid
             * @description The default schedule if left out
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            scheduleId?: string;
        };
        /**
         * @example {
         *       "ids": [
         *         "019ad3a5-7a04-7e1d-8b0a-5a3e5f0f3c11"
         *       ]
         *     }
         */
        EventTypeOrder: {
            /** @description First to last */
            ids: string[];
        };
        /**
         * @example {
         *       "visibility": "unlisted"
         *     }
         */
        EventTypeChange: {
            /** @example intro-call */
            slug?: string;
            title?: string;
            description?: string;
            durationMinutes?: number;
            /** @description Other lengths that a guest may choose instead of `durationMinutes` */
            furtherDurations?: number[];
            slotIntervalMinutes?: number | null;
            bufferBeforeMinutes?: number;
            bufferAfterMinutes?: number;
            minimumNoticeMinutes?: number;
            /** @description Until how long before the start guests may reschedule or cancel */
            changeNoticeMinutes?: number;
            /** @description A text that guests read on the page of a confirmed booking; empty for none */
            thankYou?: string;
            /**
             * @description Where guests are led after booking; null: they stay on the booking’s page. Requests that wait stay too
             * @example https://www.example.com/thank-you
             */
            redirectUrl?: string | null;
            /** @description Whether `event_type`, `starts_at` and `booking` are added to `redirectUrl`; nothing about the guest is */
            redirectPassesDetails?: boolean;
            /** @description The host’s own line in the guest’s confirmation; empty for none */
            confirmationLine?: string;
            /** @description How long after the end the guest is thanked by a mail; null for never */
            followUpMinutes?: number | null;
            /** @description The host’s own line in that mail; empty for none */
            followUpLine?: string;
            /** @description Whether guests who reschedule or cancel have to say why */
            requiresReason?: boolean;
            bookingWindow?: {
                /** @constant */
                kind: "rolling";
                days: number;
            } | {
                /** @constant */
                kind: "range";
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                to: string;
            };
            /** @description The most bookings in a local day; a host’s own count all event types together */
            maxPerDay?: number | null;
            /** @description The most bookings in a local week; a host’s own count all event types together */
            maxPerWeek?: number | null;
            /** @description The most bookings in a local month; a host’s own count all event types together */
            maxPerMonth?: number | null;
            /**
             * @example {
             *       "kind": "zoom"
             *     }
             */
            location?: {
                /** @description A provider id, or `link`, `phone`, `in_person` */
                kind: string;
                /** @description Link, number or place, where no provider is asked. `phone` with a number: the guest calls it; without one: the host calls the guest, whose number is required to book */
                value?: string;
                /** @description What guests choose it by; needed where another location is of its kind, not for providers */
                label?: string;
            };
            /** @description Other places that a guest may choose instead of `location`; several of one kind that is no provider’s where each has its own `label` */
            furtherLocations?: {
                /** @description A provider id, or `link`, `phone`, `in_person` */
                kind: string;
                /** @description Link, number or place, where no provider is asked. `phone` with a number: the guest calls it; without one: the host calls the guest, whose number is required to book */
                value?: string;
                /** @description What guests choose it by; needed where another location is of its kind, not for providers */
                label?: string;
            }[];
            requiresConfirmation?: boolean;
            /** @description Whether guests may bring further guests */
            allowsGuests?: boolean;
            holdMinutes?: number;
            reminderMinutes?: number[];
            questions?: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "choice" | "checkbox" | "phone";
                /** @default false */
                required?: boolean;
                options?: string[];
            }[];
            /**
             * @description `live`: on the host’s page; `unlisted`: bookable by its link only; `off`: not bookable
             * @enum {string}
             */
            visibility?: "live" | "unlisted" | "off";
            /** @description Short for `visibility`, which wins: false is `off`; true is `live`, or `unlisted` where it was that */
            published?: boolean;
            archived?: boolean;
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            scheduleId?: string;
        };
        /**
         * @example {
         *       "name": "For Ann",
         *       "singleUse": true,
         *       "expiresAt": "2027-12-01T00:00:00Z"
         *     }
         */
        NewBookingLink: {
            /** @default  */
            name?: string | "";
            /** @default true */
            singleUse?: boolean;
            /** @default null */
            expiresAt?: string | null;
        };
        /**
         * @example {
         *       "mode": "popup"
         *     }
         */
        ConnectRequest: {
            /**
             * @default popup
             * @enum {string}
             */
            mode?: "popup" | "redirect";
            /**
             * @default integrations
             * @enum {string}
             */
            returnTo?: "integrations" | "event-types";
        };
        /**
         * @example {
         *       "url": "https://example.com/insytical",
         *       "events": [
         *         "booking.confirmed",
         *         "booking.cancelled"
         *       ]
         *     }
         */
        NewWebhook: {
            /**
             * @description Where deliveries are posted to, `https`
             * @example https://example.com/insytical
             */
            url: string;
            events: ("booking.requested" | "booking.confirmed" | "booking.rescheduled" | "booking.cancelled" | "booking.declined" | "booking.completed" | "booking.no_show" | "conference.ready" | "conference.failed" | "connection.reconnect_needed")[];
        };
        /**
         * @example {
         *       "state": "paused"
         *     }
         */
        WebhookChanges: {
            /**
             * @description Where deliveries are posted to, `https`
             * @example https://example.com/insytical
             */
            url?: string;
            events?: ("booking.requested" | "booking.confirmed" | "booking.rescheduled" | "booking.cancelled" | "booking.declined" | "booking.completed" | "booking.no_show" | "conference.ready" | "conference.failed" | "connection.reconnect_needed")[];
            /** @enum {string} */
            state?: "active" | "paused";
        };
        /**
         * @example {
         *       "startsAt": "2026-12-01T09:00:00Z",
         *       "guest": {
         *         "name": "Ann Lee",
         *         "email": "ann@example.com",
         *         "timeZone": "Europe/Berlin"
         *       }
         *     }
         */
        NewBooking: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            durationMinutes?: number;
            /** @description As in `BookingRequest`; the event type’s first one if left out */
            location?: string;
            guest: {
                /** @example Ann Lee */
                name: string;
                /**
                 * Format: email
                 * @example ann@example.com
                 */
                email: string;
                /**
                 * @description IANA zone; one under a former name is told under that of today
                 * @example Europe/Berlin
                 */
                timeZone: string;
            };
            /**
             * @description None is required: the host may not know them
             * @default {}
             */
            answers?: {
                [key: string]: string | boolean;
            };
            /** @description The guest’s number, required where the host calls */
            phone?: string;
        };
        /**
         * @example {
         *       "revision": 3
         *     }
         */
        RevisionBody: {
            revision?: number;
        };
        /**
         * @example {
         *       "reason": "I am ill."
         *     }
         */
        ReasonBody: {
            reason?: string;
            revision?: number;
        };
        /**
         * @example {
         *       "startsAt": "2026-12-01T09:00:00Z",
         *       "reason": "My train is late."
         *     }
         */
        RescheduleBody: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            reason?: string;
            revision?: number;
        };
        /**
         * @example {
         *       "url": "https://meet.example.com/ann"
         *     }
         */
        LinkBody: {
            /** Format: uri */
            url: string;
            revision?: number;
        };
        /**
         * @example {
         *       "name": "Ann Lee",
         *       "email": "ann@example.com"
         *     }
         */
        GuestCorrection: {
            /** @example Ann Lee */
            name: string;
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            revision?: number;
        };
        /**
         * @example {
         *       "noShow": true
         *     }
         */
        NoShowBody: {
            noShow: boolean;
        };
        /**
         * @example {
         *       "notes": "Asked for a quote of 20 seats."
         *     }
         */
        NotesBody: {
            notes: string;
        };
        /**
         * @example {
         *       "startsAt": "2026-12-01T10:00:00Z",
         *       "timeZone": "Asia/Tokyo",
         *       "locale": "ja-JP"
         *     }
         */
        GuestReschedule: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            /** @description Read by the host; needed where the booking `requiresReason` */
            reason?: string;
            revision?: number;
            /**
             * @description IANA zone; one under a former name is told under that of today
             * @example Europe/Berlin
             */
            timeZone?: string;
            /**
             * @description BCP 47 tag of the language that dates and mails are written in
             * @example en-US
             */
            locale?: string;
            /**
             * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
             * @example h23
             * @enum {string}
             */
            hourCycle?: "h12" | "h23";
        };
        /**
         * @example {
         *       "reason": "Something came up."
         *     }
         */
        GuestCancel: {
            /** @description Read by the host; needed where the booking `requiresReason` */
            reason?: string;
            revision?: number;
        };
        /**
         * @example {
         *       "startsAt": "2026-12-01T09:00:00Z",
         *       "guest": {
         *         "name": "Ann Lee",
         *         "email": "ann@example.com",
         *         "timeZone": "Europe/Berlin",
         *         "locale": "de-DE"
         *       },
         *       "answers": {
         *         "topic": "Prices"
         *       }
         *     }
         */
        BookingRequest: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            /** @description One of the event type’s `durations`, in minutes; its usual one if left out */
            durationMinutes?: number;
            /** @description The `id` of one of the event type’s `locations`, required where there are several */
            location?: string;
            guest: {
                /** @example Ann Lee */
                name: string;
                /**
                 * Format: email
                 * @example ann@example.com
                 */
                email: string;
                /**
                 * @description IANA zone; one under a former name is told under that of today
                 * @example Europe/Berlin
                 */
                timeZone: string;
                /**
                 * @description BCP 47 tag of the language that dates and mails are written in
                 * @example en-US
                 */
                locale?: string;
                /**
                 * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
                 * @example h23
                 * @enum {string}
                 */
                hourCycle?: "h12" | "h23";
            };
            /**
             * @description Further people, who get mails and a calendar entry of their own but no link that changes the booking. The same address twice, the guest’s own and the host’s count as left out
             * @default []
             * @example [
             *       {
             *         "email": "bo@example.com",
             *         "name": "Bo Lind"
             *       }
             *     ]
             */
            guests?: {
                /**
                 * Format: email
                 * @example ann@example.com
                 */
                email: string;
                /** @example Ann Lee */
                name?: string;
            }[];
            /** @default {} */
            answers?: {
                [key: string]: string | boolean;
            };
            /**
             * @description The guest’s number, required where the location `asksPhone`
             * @example +49 30 123456
             */
            phone?: string;
            /** @description Left empty by people, who do not see it */
            website?: string;
            /** @description After `person_unconfirmed`: a box that a person ticked */
            isPerson?: boolean;
        };
        /** @description RFC 9457 */
        Problem: {
            /**
             * @description What the code means, to read
             * @example /docs#slot_taken
             */
            type: string;
            title: string;
            status: number;
            /**
             * @description Stable; programs decide by it
             * @enum {string}
             */
            code: "malformed" | "unauthenticated" | "login_failed" | "forbidden_origin" | "read_only_key" | "session_required" | "fresh_login_required" | "not_found" | "method_not_allowed" | "request_timeout" | "slot_taken" | "slot_unavailable" | "invalid_transition" | "too_late_to_change" | "stale" | "login_expired" | "link_expired" | "too_large" | "validation_failed" | "person_unconfirmed" | "idempotency_mismatch" | "rate_limited" | "internal" | "unavailable";
            /** @description A sentence that may be shown to people */
            detail?: string;
            /**
             * @description The sentence beside it as a stable code and what varies in it, to say it in another language
             * @example {
             *       "code": "most_webhooks",
             *       "args": {
             *         "most": "10"
             *       }
             *     }
             */
            says?: {
                code: string;
                args: {
                    [key: string]: string;
                };
            };
            /** @description The request’s id, also in `X-Request-Id` */
            instance: string;
            /** @description For `validation_failed`: every field that is not valid, as JSON pointers */
            errors?: {
                pointer: string;
                detail: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            }[];
        };
        LoggedIn: {
            user: {
                id: string;
                email: string;
                name: string;
            };
        };
        LogInAnswer: {
            /** @description Null while a code is still asked for */
            user: {
                id: string;
                email: string;
                name: string;
            } | null;
            /** @description Two-step verification is on: send a code to /api/auth/two-factor/verify within ten minutes */
            codeRequired: boolean;
        };
        LoginProviderList: {
            items: {
                id: string;
                name: string;
            }[];
        };
        MailedLink: {
            email: string;
            /** @description Whether this browser asked for the link */
            askedHere: boolean;
            /** @description As the other account has it; empty where none led here */
            name: string;
            /** @description False where another account logs in instead */
            asksPassword: boolean;
        };
        CurrentSession: {
            user: {
                id: string;
            };
        } | null;
        Me: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            email: string;
            name: string;
            handle: string;
            timeZone: string;
            /**
             * @description BCP 47 tag of the language that dates and mails are written in
             * @example en-US
             */
            locale: string;
            /**
             * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
             * @example h23
             * @enum {string}
             */
            hourCycle: "h12" | "h23";
            /** @description ISO weekday that weeks begin with, Monday is 1 */
            weekStart: number;
            /** @description Which of `locale`, `hourCycle` and `weekStart` the host chose; the others follow the host’s browser */
            writingChosen: ("locale" | "hourCycle" | "weekStart")[];
            /** @description The language of the host’s pages and of mails to guests; null for that of each guest’s browser */
            guestLanguage: ("en" | "de" | "fr" | "es" | "pt-BR" | "it" | "nl" | "pl" | "ja" | "ar") | null;
            /** @description The most bookings in a local day; a host’s own count all event types together */
            maxPerDay: number | null;
            /** @description The most bookings in a local week; a host’s own count all event types together */
            maxPerWeek: number | null;
            /** @description The most bookings in a local month; a host’s own count all event types together */
            maxPerMonth: number | null;
            /**
             * @description Local dates, both included, on which the hours of all schedules are in another time zone, overrides too. Ranges must not overlap
             * @example [
             *       {
             *         "from": "2026-12-03",
             *         "to": "2026-12-09",
             *         "timeZone": "Asia/Tokyo"
             *       }
             *     ]
             */
            trips: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                to: string;
                /**
                 * @description IANA zone; one under a former name is told under that of today
                 * @example Europe/Berlin
                 */
                timeZone: string;
            }[];
            /**
             * @description Public holidays, on which no time is offered unless the date has an override; null for none
             * @example {
             *       "country": "DE",
             *       "region": "BY",
             *       "worked": [
             *         "2026-12-26"
             *       ]
             *     }
             */
            holidays: {
                /**
                 * @description ISO 3166-1 code, one of `/api/v1/holidays/countries`
                 * @example DE
                 */
                country: string;
                region: string | null;
                /** @description Dates of holidays that the host works on */
                worked: string[];
            } | null;
            /** @enum {string} */
            onProviderDelete: "cancel" | "tell";
            /** @enum {string} */
            onProviderMove: "reschedule" | "tell";
            /** @description Which first steps the host has taken, and whether the list of them is hidden */
            firstSteps: {
                done: ("handle" | "zone" | "hours" | "connect" | "share")[];
                hidden: boolean;
            };
            /** @description The only websites that may show the host’s pages; `https://*.example.com` for all below. Empty for any */
            embedSites: string[];
            bio: string;
            welcome: string;
            accentColour: string | null;
            /** @description Path of a square JPEG at our address; null where there is none */
            photo: string | null;
            /** @description Address for guests; null where none is shown */
            contactEmail: string | null;
            /** @description Whether guests see the login’s address, and reply to it, in mails about their bookings where there is no `contactEmail` */
            showsLoginEmail: boolean;
        };
        ChangedMe: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            email: string;
            name: string;
            handle: string;
            timeZone: string;
            /**
             * @description BCP 47 tag of the language that dates and mails are written in
             * @example en-US
             */
            locale: string;
            /**
             * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
             * @example h23
             * @enum {string}
             */
            hourCycle: "h12" | "h23";
            /** @description ISO weekday that weeks begin with, Monday is 1 */
            weekStart: number;
            /** @description Which of `locale`, `hourCycle` and `weekStart` the host chose; the others follow the host’s browser */
            writingChosen: ("locale" | "hourCycle" | "weekStart")[];
            /** @description The language of the host’s pages and of mails to guests; null for that of each guest’s browser */
            guestLanguage: ("en" | "de" | "fr" | "es" | "pt-BR" | "it" | "nl" | "pl" | "ja" | "ar") | null;
            /** @description The most bookings in a local day; a host’s own count all event types together */
            maxPerDay: number | null;
            /** @description The most bookings in a local week; a host’s own count all event types together */
            maxPerWeek: number | null;
            /** @description The most bookings in a local month; a host’s own count all event types together */
            maxPerMonth: number | null;
            /**
             * @description Local dates, both included, on which the hours of all schedules are in another time zone, overrides too. Ranges must not overlap
             * @example [
             *       {
             *         "from": "2026-12-03",
             *         "to": "2026-12-09",
             *         "timeZone": "Asia/Tokyo"
             *       }
             *     ]
             */
            trips: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                to: string;
                /**
                 * @description IANA zone; one under a former name is told under that of today
                 * @example Europe/Berlin
                 */
                timeZone: string;
            }[];
            /**
             * @description Public holidays, on which no time is offered unless the date has an override; null for none
             * @example {
             *       "country": "DE",
             *       "region": "BY",
             *       "worked": [
             *         "2026-12-26"
             *       ]
             *     }
             */
            holidays: {
                /**
                 * @description ISO 3166-1 code, one of `/api/v1/holidays/countries`
                 * @example DE
                 */
                country: string;
                region: string | null;
                /** @description Dates of holidays that the host works on */
                worked: string[];
            } | null;
            /** @enum {string} */
            onProviderDelete: "cancel" | "tell";
            /** @enum {string} */
            onProviderMove: "reschedule" | "tell";
            /** @description Which first steps the host has taken, and whether the list of them is hidden */
            firstSteps: {
                done: ("handle" | "zone" | "hours" | "connect" | "share")[];
                hidden: boolean;
            };
            /** @description The only websites that may show the host’s pages; `https://*.example.com` for all below. Empty for any */
            embedSites: string[];
            bio: string;
            welcome: string;
            accentColour: string | null;
            /** @description Path of a square JPEG at our address; null where there is none */
            photo: string | null;
            /** @description Address for guests; null where none is shown */
            contactEmail: string | null;
            /** @description Whether guests see the login’s address, and reply to it, in mails about their bookings where there is no `contactEmail` */
            showsLoginEmail: boolean;
            /** @description Bookings ahead that lay within the former hours and do not within the new ones, at most 100. They stay as they are: move or cancel them, or leave them */
            affectedBookings: components["schemas"]["BookingSummary"][];
        };
        BookingSummary: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            /** @enum {string} */
            status: "pending" | "confirmed" | "declined" | "expired" | "cancelled" | "completed";
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            endsAt: string;
            durationMinutes: number;
            previousStartsAt: string | null;
            /** @description The time that the guest asks for instead, held until the host answers; the booking stays at `startsAt` */
            proposedStartsAt: string | null;
            /** @description Until when the host can answer; null where nothing waits */
            holdEndsAt: string | null;
            eventType: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                slug: string;
                title: string;
                durationMinutes: number;
                location: {
                    kind: string;
                    value?: string;
                };
            };
            guest: {
                name: string;
                email: string;
                timeZone: string;
                /**
                 * @description BCP 47 tag of the language that dates and mails are written in
                 * @example en-US
                 */
                locale: string;
                /**
                 * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
                 * @example h23
                 * @enum {string}
                 */
                hourCycle: "h12" | "h23";
                answers: {
                    questionId: string;
                    label: string;
                    value: string | boolean;
                }[];
            };
            /** @description Whom the guest brings along */
            guests: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                email: string;
                name: string | null;
            }[];
            /** @description The number to call the guest at; null where the host does not call */
            phone: string | null;
            conference: {
                provider: string | null;
                /** @enum {string} */
                status: "none" | "pending" | "ready" | "unavailable" | "failed";
                joinUrl: string | null;
                problem: {
                    code: string;
                    text: string;
                    /**
                     * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                     * @example {
                     *       "code": "most_webhooks",
                     *       "args": {
                     *         "most": "10"
                     *       }
                     *     }
                     */
                    says?: {
                        code: string;
                        args: {
                            [key: string]: string;
                        };
                    };
                } | null;
            };
            /** @description What was said about the decline, the cancellation or the new time */
            reason: string | null;
            /** @description Who said it */
            reasonBy: ("host" | "guest" | "provider" | "system" | "operator") | null;
            /** @enum {string} */
            bookedBy: "guest" | "host";
            /** @description Since when the guest is asked to pick another time */
            rescheduleAskedAt: string | null;
            /** @description Whether the host noted that the guest did not come */
            noShow: boolean;
            /** @description How the guest’s last request for another time ended, while the booking keeps its time */
            proposalOutcome: ("declined" | "expired" | "withdrawn") | null;
        };
        HostExport: {
            exportedAt: string;
            account: {
                [key: string]: unknown;
            };
            schedules: {
                [key: string]: unknown;
            }[];
            eventTypes: {
                [key: string]: unknown;
            }[];
            bookings: {
                [key: string]: unknown;
            }[];
            connections: {
                [key: string]: unknown;
            }[];
            calendars: {
                [key: string]: unknown;
            }[];
            webhooks: {
                [key: string]: unknown;
            }[];
            mails: {
                [key: string]: unknown;
            }[];
        };
        ContactAddressAsked: {
            /** @description Whether a link was mailed to it, which works for a day */
            isMailed: boolean;
        };
        SessionList: {
            items: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                /** @example Chrome on Windows */
                device: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                deviceSays?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
                /**
                 * Format: date-time
                 * @example 2026-12-01T09:00:00.000Z
                 */
                loggedInAt: string;
                /**
                 * Format: date-time
                 * @description Within an hour
                 * @example 2026-12-01T09:00:00.000Z
                 */
                lastUsedAt: string;
                /** @description Whether it is the one that asks */
                isCurrent: boolean;
            }[];
        };
        LoginList: {
            items: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                /**
                 * @description `google` or `microsoft`
                 * @example google
                 */
                provider: string;
                /** @example Google */
                name: string;
                /**
                 * Format: date-time
                 * @example 2026-12-01T09:00:00.000Z
                 */
                addedAt: string;
            }[];
        };
        LoginStart: {
            /** @description Of the provider */
            url: string;
        };
        TwoFactor: {
            /** @description Null where it is off */
            onSince: string | null;
            backupCodesLeft: number;
        };
        TwoFactorSetUp: {
            /** @description For a QR code: otpauth://totp/… */
            uri: string;
            /** @description Base32, for who cannot scan */
            secret: string;
        };
        BackupCodes: {
            /** @description Each logs in once, instead of a code of the app */
            backupCodes: string[];
        };
        ApiKeys: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        ApiKey: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            name: string;
            /**
             * @description `read`: GET requests only
             * @enum {string}
             */
            scope: "read" | "write";
            /**
             * @description How the key begins
             * @example insytical_Xk3v
             */
            prefix: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
            /** @description To the minute; null until the first use */
            lastUsedAt: string | null;
            /** @description Null for a key that ends only when it is deleted */
            expiresAt: string | null;
        };
        ApiKeyMade: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            name: string;
            /**
             * @description `read`: GET requests only
             * @enum {string}
             */
            scope: "read" | "write";
            /**
             * @description How the key begins
             * @example insytical_Xk3v
             */
            prefix: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
            /** @description To the minute; null until the first use */
            lastUsedAt: string | null;
            /** @description Null for a key that ends only when it is deleted */
            expiresAt: string | null;
            /** @description The key itself, told this once */
            key: string;
        };
        CalendarFeed: {
            /** @description When the present address was made; null where there is none */
            createdAt: string | null;
            /** @description When a program last read it, to the minute; null = never */
            lastReadAt: string | null;
        };
        CalendarFeedMade: {
            /**
             * @description The secret address, told this once
             * @example https://booking.example.com/calendar/oZ3…Q8.ics
             */
            url: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
        };
        HolidayCountries: {
            items: {
                code: string;
                name: string;
            }[];
        };
        Holidays: {
            /** @description Of the country; empty where all of it has the same holidays */
            regions: {
                code: string;
                name: string;
            }[];
            items: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                date: string;
                name: string;
            }[];
        };
        Schedules: {
            items: components["schemas"]["Schedule"][];
            nextCursor: string | null;
        };
        Schedule: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            name: string;
            timeZone: string;
            isDefault: boolean;
            weekly: {
                days: number[];
                from: string;
                to: string;
            }[];
            overrides: {
                date: string;
                intervals: [
                    string,
                    string
                ][];
            }[];
        };
        ChangedSchedule: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            name: string;
            timeZone: string;
            isDefault: boolean;
            weekly: {
                days: number[];
                from: string;
                to: string;
            }[];
            overrides: {
                date: string;
                intervals: [
                    string,
                    string
                ][];
            }[];
            /** @description Bookings ahead that lay within the former hours and do not within the new ones, at most 100. They stay as they are: move or cancel them, or leave them */
            affectedBookings: components["schemas"]["BookingSummary"][];
        };
        Calendars: {
            items: components["schemas"]["Calendar"][];
            nextCursor: string | null;
        };
        Calendar: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            name: string;
            /**
             * @description While it is `unreadable` the busy times of its last reading still block. A `stopped` one is no longer listed
             * @enum {string}
             */
            state: "ok" | "unreadable" | "stopped";
            /** @description Null until it was read for the first time; until then it blocks every time */
            lastReadAt: string | null;
            /** @description Why it could not be read, or that some of its entries could not */
            problem: {
                code: string;
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            } | null;
        };
        EventTypes: {
            items: components["schemas"]["EventType"][];
            nextCursor: string | null;
        };
        EventType: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            slug: string;
            title: string;
            description: string;
            durationMinutes: number;
            furtherDurations: number[];
            slotIntervalMinutes: number | null;
            bufferBeforeMinutes: number;
            bufferAfterMinutes: number;
            minimumNoticeMinutes: number;
            changeNoticeMinutes: number;
            requiresReason: boolean;
            thankYou: string;
            redirectUrl: string | null;
            redirectPassesDetails: boolean;
            confirmationLine: string;
            followUpMinutes: number | null;
            followUpLine: string;
            bookingWindow: {
                /** @constant */
                kind: "rolling";
                days: number;
            } | {
                /** @constant */
                kind: "range";
                from: string;
                to: string;
            };
            maxPerDay: number | null;
            maxPerWeek: number | null;
            maxPerMonth: number | null;
            location: {
                kind: string;
                value?: string;
                label?: string;
            };
            furtherLocations: {
                kind: string;
                value?: string;
                label?: string;
            }[];
            requiresConfirmation: boolean;
            allowsGuests: boolean;
            holdMinutes: number;
            reminderMinutes: number[];
            questions: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "choice" | "checkbox" | "phone";
                required: boolean;
                options?: string[];
            }[];
            /**
             * @description `live`: on the host’s page; `unlisted`: bookable by its link only; `off`: not bookable
             * @enum {string}
             */
            visibility: "live" | "unlisted" | "off";
            /** @description Whether it can be booked: live or unlisted */
            published: boolean;
            archived: boolean;
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            scheduleId: string;
            /** Format: uri */
            publicUrl: string;
        };
        ChangedEventType: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            slug: string;
            title: string;
            description: string;
            durationMinutes: number;
            furtherDurations: number[];
            slotIntervalMinutes: number | null;
            bufferBeforeMinutes: number;
            bufferAfterMinutes: number;
            minimumNoticeMinutes: number;
            changeNoticeMinutes: number;
            requiresReason: boolean;
            thankYou: string;
            redirectUrl: string | null;
            redirectPassesDetails: boolean;
            confirmationLine: string;
            followUpMinutes: number | null;
            followUpLine: string;
            bookingWindow: {
                /** @constant */
                kind: "rolling";
                days: number;
            } | {
                /** @constant */
                kind: "range";
                from: string;
                to: string;
            };
            maxPerDay: number | null;
            maxPerWeek: number | null;
            maxPerMonth: number | null;
            location: {
                kind: string;
                value?: string;
                label?: string;
            };
            furtherLocations: {
                kind: string;
                value?: string;
                label?: string;
            }[];
            requiresConfirmation: boolean;
            allowsGuests: boolean;
            holdMinutes: number;
            reminderMinutes: number[];
            questions: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "choice" | "checkbox" | "phone";
                required: boolean;
                options?: string[];
            }[];
            /**
             * @description `live`: on the host’s page; `unlisted`: bookable by its link only; `off`: not bookable
             * @enum {string}
             */
            visibility: "live" | "unlisted" | "off";
            /** @description Whether it can be booked: live or unlisted */
            published: boolean;
            archived: boolean;
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            scheduleId: string;
            /** Format: uri */
            publicUrl: string;
            /** @description Bookings ahead that lay within the former hours and do not within the new ones, at most 100. They stay as they are: move or cancel them, or leave them */
            affectedBookings: components["schemas"]["BookingSummary"][];
        };
        HostSlots: {
            timeZone: string;
            days: {
                date: string;
                slots: {
                    startsAt: string;
                    endsAt: string;
                    /** @description Why it is not offered; null where it is */
                    refusal: ("outside_hours" | "booked" | "holiday" | "busy" | "buffer" | "notice" | "window" | "limit" | "week_limit" | "month_limit" | "host_day_limit" | "host_week_limit" | "host_month_limit") | null;
                }[];
            }[];
            /** @description First date that this answer leaves out: ask again from there. Null where it holds all of them */
            nextDate: string | null;
        };
        BookingLinks: {
            items: components["schemas"]["BookingLink"][];
            nextCursor: string | null;
        };
        BookingLink: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            /** @description For the host alone */
            name: string;
            /** Format: uri */
            url: string;
            /** @description Whether it makes one booking and no other */
            singleUse: boolean;
            /** @description Null where it does not expire */
            expiresAt: string | null;
            /** @description Whether a booking can be made by it now */
            isOpen: boolean;
            /** @description When its only booking was made; it stays used if that is cancelled */
            usedAt: string | null;
            /** @description What was booked by a single-use link */
            bookingId: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
        };
        Integrations: {
            items: components["schemas"]["Integration"][];
            nextCursor: string | null;
        };
        Integration: {
            provider: string;
            name: string;
            /** @description Of the mark beside the name, as CSS writes it */
            colour: string;
            /** @enum {string} */
            status: "not_configured" | "not_connected" | "connected" | "reconnect_needed" | "revoked";
            accountEmail: string | null;
            connectedAt: string | null;
            lastUsedAt: string | null;
            /** @description The badge “Reconnect needed” shows exactly when this is not null */
            problem: {
                code: string;
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            } | null;
            bookingsWithoutLink: number;
            permissions: string[];
            /** @description The same permissions, each with its code */
            permissionsSay: {
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            }[];
            manageAccessUrl: string;
            missingVariables: string[];
        };
        ConnectAttempt: {
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            code?: string;
        };
        ConnectStarted: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            attemptId: string;
            /** Format: uri */
            authorizeUrl: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            expiresAt: string;
        };
        LinksAsked: {
            bookings: number;
        };
        Webhooks: {
            items: components["schemas"]["Webhook"][];
            nextCursor: string | null;
        };
        Webhook: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            url: string;
            events: ("booking.requested" | "booking.confirmed" | "booking.rescheduled" | "booking.cancelled" | "booking.declined" | "booking.completed" | "booking.no_show" | "conference.ready" | "conference.failed" | "connection.reconnect_needed")[];
            /**
             * @description What happens while it is `paused` is sent once it is resumed
             * @enum {string}
             */
            state: "active" | "paused";
            /** @description `host`: you paused it. `failing`: all attempts of three days failed. `gone`: it answered 410 */
            pauseCause: ("host" | "failing" | "gone") | null;
            pausedAt: string | null;
            /** @description Null while deliveries succeed */
            failingSince: string | null;
            /** @description Until then deliveries carry a second signature by the secret before the present one */
            formerSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
        };
        WebhookMade: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            url: string;
            events: ("booking.requested" | "booking.confirmed" | "booking.rescheduled" | "booking.cancelled" | "booking.declined" | "booking.completed" | "booking.no_show" | "conference.ready" | "conference.failed" | "connection.reconnect_needed")[];
            /**
             * @description What happens while it is `paused` is sent once it is resumed
             * @enum {string}
             */
            state: "active" | "paused";
            /** @description `host`: you paused it. `failing`: all attempts of three days failed. `gone`: it answered 410 */
            pauseCause: ("host" | "failing" | "gone") | null;
            pausedAt: string | null;
            /** @description Null while deliveries succeed */
            failingSince: string | null;
            /** @description Until then deliveries carry a second signature by the secret before the present one */
            formerSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Verifies deliveries; told this once
             * @example whsec_…
             */
            secret: string;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            /**
             * Format: uuid
             * @description The header `webhook-id`, the same each time this event is sent
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            messageId: string;
            /** @example booking.confirmed */
            type: string;
            /** @enum {string} */
            state: "queued" | "delivered" | "failed";
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            createdAt: string;
            lastTriedAt: string | null;
            /** @description Not before this time; null once it is done */
            nextTryAt: string | null;
            deliveredAt: string | null;
            request: {
                body: {
                    [key: string]: unknown;
                };
            };
            /** @description To the last attempt */
            answer: {
                status: number;
                /** @description Its beginning */
                body: string;
                durationMs: number;
            } | null;
            /** @description Of the last attempt */
            problem: {
                code: string;
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            } | null;
        };
        WebhookDeliveries: {
            items: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        Booking: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            /** @enum {string} */
            status: "pending" | "confirmed" | "declined" | "expired" | "cancelled" | "completed";
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            endsAt: string;
            durationMinutes: number;
            previousStartsAt: string | null;
            /** @description The time that the guest asks for instead, held until the host answers; the booking stays at `startsAt` */
            proposedStartsAt: string | null;
            /** @description Until when the host can answer; null where nothing waits */
            holdEndsAt: string | null;
            eventType: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                slug: string;
                title: string;
                durationMinutes: number;
                location: {
                    kind: string;
                    value?: string;
                };
            };
            guest: {
                name: string;
                email: string;
                timeZone: string;
                /**
                 * @description BCP 47 tag of the language that dates and mails are written in
                 * @example en-US
                 */
                locale: string;
                /**
                 * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
                 * @example h23
                 * @enum {string}
                 */
                hourCycle: "h12" | "h23";
                answers: {
                    questionId: string;
                    label: string;
                    value: string | boolean;
                }[];
            };
            /** @description Whom the guest brings along */
            guests: {
                /**
                 * Format: uuid
                 * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
                 */
                id: string;
                email: string;
                name: string | null;
            }[];
            /** @description The number to call the guest at; null where the host does not call */
            phone: string | null;
            conference: {
                provider: string | null;
                /** @enum {string} */
                status: "none" | "pending" | "ready" | "unavailable" | "failed";
                joinUrl: string | null;
                problem: {
                    code: string;
                    text: string;
                    /**
                     * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                     * @example {
                     *       "code": "most_webhooks",
                     *       "args": {
                     *         "most": "10"
                     *       }
                     *     }
                     */
                    says?: {
                        code: string;
                        args: {
                            [key: string]: string;
                        };
                    };
                } | null;
            };
            /** @description What was said about the decline, the cancellation or the new time */
            reason: string | null;
            /** @description Who said it */
            reasonBy: ("host" | "guest" | "provider" | "system" | "operator") | null;
            /** @enum {string} */
            bookedBy: "guest" | "host";
            /** @description Since when the guest is asked to pick another time */
            rescheduleAskedAt: string | null;
            /** @description Whether the host noted that the guest did not come */
            noShow: boolean;
            /** @description How the guest’s last request for another time ended, while the booking keeps its time */
            proposalOutcome: ("declined" | "expired" | "withdrawn") | null;
            /** @description The host’s own notes, never shown to guests */
            notes: string;
            timeline: {
                /**
                 * Format: date-time
                 * @example 2026-12-01T09:00:00.000Z
                 */
                at: string;
                /** @enum {string} */
                actor: "host" | "guest" | "provider" | "system" | "operator";
                kind: string;
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            }[];
            /** @description Mails that the recipient’s mail server rejected */
            mailProblems: {
                kind: string;
                /** @enum {string} */
                recipient: "host" | "guest" | "further_guest";
                /** @description Address of the further guest; null for guest and host */
                email: string | null;
                text: string;
                /**
                 * @description The sentence beside it as a stable code and what varies in it, to say it in another language
                 * @example {
                 *       "code": "most_webhooks",
                 *       "args": {
                 *         "most": "10"
                 *       }
                 *     }
                 */
                says?: {
                    code: string;
                    args: {
                        [key: string]: string;
                    };
                };
            }[];
        };
        Bookings: {
            items: components["schemas"]["BookingSummary"][];
            nextCursor: string | null;
        };
        GuestBooking: {
            /**
             * Format: uuid
             * @example 0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d
             */
            id: string;
            /** @enum {string} */
            status: "pending" | "confirmed" | "declined" | "expired" | "cancelled" | "completed";
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00.000Z
             */
            endsAt: string;
            durationMinutes: number;
            previousStartsAt: string | null;
            /** @description The time that the guest asks for instead, held until the host answers; the booking stays at `startsAt` */
            proposedStartsAt: string | null;
            /** @description How the guest’s last request for another time ended, while the booking keeps its time */
            proposalOutcome: ("declined" | "expired" | "withdrawn") | null;
            /** @description Until when the host can confirm; null where nothing waits */
            holdEndsAt: string | null;
            /**
             * Format: date-time
             * @description Until when the guest may reschedule or cancel
             * @example 2026-12-01T09:00:00.000Z
             */
            changeableUntil: string;
            /** @description What the host says once it is confirmed; empty for nothing */
            thankYou: string;
            /** @description Whether the guest has to say why to reschedule or cancel */
            requiresReason: boolean;
            /** @description Whether the host asks the guest to pick another time */
            rescheduleAsked: boolean;
            /** @description Whether the host has to confirm each new time */
            requiresConfirmation: boolean;
            /** @description What the host wrote when declining, cancelling or rescheduling */
            hostNote: string | null;
            eventType: {
                slug: string;
                title: string;
                durationMinutes: number;
                location: {
                    kind: string;
                    value?: string;
                    /** @description What people call it: the provider’s name, or “Phone call” */
                    name: string;
                };
            };
            host: {
                name: string;
                handle: string;
                /** @description One line; empty for none */
                bio: string;
                /** @description `#rrggbb`; null where the host has chosen none */
                accentColour: string | null;
                /** @description Path of a square JPEG at our address; null where there is none */
                photo: string | null;
                /** @description Address for guests; null where none is shown */
                contactEmail: string | null;
            };
            guest: {
                name: string;
                email: string;
                timeZone: string;
                /**
                 * @description BCP 47 tag of the language that dates and mails are written in
                 * @example en-US
                 */
                locale: string;
                /**
                 * @description The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30
                 * @example h23
                 * @enum {string}
                 */
                hourCycle: "h12" | "h23";
                answers: {
                    questionId: string;
                    label: string;
                    value: string | boolean;
                }[];
            };
            /** @description Whom the guest brings along */
            guests: {
                email: string;
                name: string | null;
            }[];
            /** @description The number at which the host calls the guest */
            phone: string | null;
            conference: {
                provider: string | null;
                /** @enum {string} */
                status: "none" | "pending" | "ready" | "unavailable" | "failed";
                joinUrl: string | null;
            };
            remindersOff: boolean;
            /** @description Null where no reminder is planned, or they are off */
            nextReminderAt: string | null;
            /** Format: uri */
            manageUrl: string;
            token: string;
        };
        LeftBooking: {
            /** @constant */
            left: true;
        };
        GuestExport: {
            exportedAt: string;
            booking: {
                [key: string]: unknown;
            };
            timeline: {
                [key: string]: unknown;
            }[];
            toldToHostsSystems: {
                [key: string]: unknown;
            }[];
            mails: {
                [key: string]: unknown;
            }[];
        };
        Erased: {
            /** @constant */
            erased: true;
        };
        PublicHost: {
            name: string;
            handle: string;
            /** @description One line; empty for none */
            bio: string;
            /** @description `#rrggbb`; null where the host has chosen none */
            accentColour: string | null;
            /** @description Path of a square JPEG at our address; null where there is none */
            photo: string | null;
            /** @description Address for guests; null where none is shown */
            contactEmail: string | null;
            /** @description A text of the host; empty for none */
            welcome: string;
            eventTypes: {
                slug: string;
                title: string;
                description: string;
                durationMinutes: number;
                /** @description Lengths a guest can choose of, in minutes, shortest first */
                durations: number[];
                /** @description The first of the `locations` */
                location: {
                    /** @description By which a booking chooses it */
                    id: string;
                    kind: string;
                    /** @description What people call it: the provider’s name, or “Phone call” */
                    name: string;
                    /** @description What the host calls it, where several are of its kind */
                    label: string | null;
                    /** @description Whether the host calls the guest, whose `phone` is required then */
                    asksPhone: boolean;
                };
                /** @description Places a guest can choose of, in the host’s order */
                locations: {
                    /** @description By which a booking chooses it */
                    id: string;
                    kind: string;
                    /** @description What people call it: the provider’s name, or “Phone call” */
                    name: string;
                    /** @description What the host calls it, where several are of its kind */
                    label: string | null;
                    /** @description Whether the host calls the guest, whose `phone` is required then */
                    asksPhone: boolean;
                }[];
            }[];
        };
        PublicEventType: {
            slug: string;
            title: string;
            description: string;
            durationMinutes: number;
            /** @description Lengths a guest can choose of, in minutes, shortest first */
            durations: number[];
            /** @description The first of the `locations` */
            location: {
                /** @description By which a booking chooses it */
                id: string;
                kind: string;
                /** @description What people call it: the provider’s name, or “Phone call” */
                name: string;
                /** @description What the host calls it, where several are of its kind */
                label: string | null;
                /** @description Whether the host calls the guest, whose `phone` is required then */
                asksPhone: boolean;
            };
            /** @description Places a guest can choose of, in the host’s order */
            locations: {
                /** @description By which a booking chooses it */
                id: string;
                kind: string;
                /** @description What people call it: the provider’s name, or “Phone call” */
                name: string;
                /** @description What the host calls it, where several are of its kind */
                label: string | null;
                /** @description Whether the host calls the guest, whose `phone` is required then */
                asksPhone: boolean;
            }[];
            host: {
                name: string;
                handle: string;
                /** @description One line; empty for none */
                bio: string;
                /** @description `#rrggbb`; null where the host has chosen none */
                accentColour: string | null;
                /** @description Path of a square JPEG at our address; null where there is none */
                photo: string | null;
                /** @description Address for guests; null where none is shown */
                contactEmail: string | null;
            };
            /** @description The host’s zone */
            timeZone: string;
            questions: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "choice" | "checkbox" | "phone";
                required: boolean;
                options?: string[];
            }[];
            requiresConfirmation: boolean;
            /** @description Whether a booking may bring further `guests` */
            allowsGuests: boolean;
            /** @description Until how long before the start guests may reschedule or cancel */
            changeNoticeMinutes: number;
        };
        Slots: {
            timeZone: string;
            days: {
                date: string;
                slots: {
                    /**
                     * Format: date-time
                     * @example 2026-12-01T09:00:00.000Z
                     */
                    startsAt: string;
                    /**
                     * Format: date-time
                     * @example 2026-12-01T09:00:00.000Z
                     */
                    endsAt: string;
                }[];
            }[];
            /** @description First date that this answer leaves out: ask again from there. Null where it holds all of them */
            nextDate: string | null;
        };
        CompactSlots: {
            timeZone: string;
            durationMinutes: number;
            days: {
                date: string;
                /**
                 * @description The first start in minutes since 1970-01-01T00:00Z, each other one in minutes after the last
                 * @example [
                 *       29844540,
                 *       30,
                 *       30
                 *     ]
                 */
                starts: number[];
            }[];
            /** @description First date that this answer leaves out: ask again from there. Null where it holds all of them */
            nextDate: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SignUp = components['schemas']['SignUp'];
export type FinishSignUp = components['schemas']['FinishSignUp'];
export type LogIn = components['schemas']['LogIn'];
export type MailLoginLink = components['schemas']['MailLoginLink'];
export type UseLoginLink = components['schemas']['UseLoginLink'];
export type SecondStep = components['schemas']['SecondStep'];
export type ReadLink = components['schemas']['ReadLink'];
export type MailPasswordLink = components['schemas']['MailPasswordLink'];
export type SetPassword = components['schemas']['SetPassword'];
export type ChangePassword = components['schemas']['ChangePassword'];
export type MeChange = components['schemas']['MeChange'];
export type Confirmation = components['schemas']['Confirmation'];
export type ContactAddress = components['schemas']['ContactAddress'];
export type ContactAddressProof = components['schemas']['ContactAddressProof'];
export type AddLogin = components['schemas']['AddLogin'];
export type NewApiKey = components['schemas']['NewApiKey'];
export type NewSchedule = components['schemas']['NewSchedule'];
export type ScheduleChange = components['schemas']['ScheduleChange'];
export type NewCalendar = components['schemas']['NewCalendar'];
export type NewEventType = components['schemas']['NewEventType'];
export type EventTypeOrder = components['schemas']['EventTypeOrder'];
export type EventTypeChange = components['schemas']['EventTypeChange'];
export type NewBookingLink = components['schemas']['NewBookingLink'];
export type ConnectRequest = components['schemas']['ConnectRequest'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type WebhookChanges = components['schemas']['WebhookChanges'];
export type NewBooking = components['schemas']['NewBooking'];
export type RevisionBody = components['schemas']['RevisionBody'];
export type ReasonBody = components['schemas']['ReasonBody'];
export type RescheduleBody = components['schemas']['RescheduleBody'];
export type LinkBody = components['schemas']['LinkBody'];
export type GuestCorrection = components['schemas']['GuestCorrection'];
export type NoShowBody = components['schemas']['NoShowBody'];
export type NotesBody = components['schemas']['NotesBody'];
export type GuestReschedule = components['schemas']['GuestReschedule'];
export type GuestCancel = components['schemas']['GuestCancel'];
export type BookingRequest = components['schemas']['BookingRequest'];
export type Problem = components['schemas']['Problem'];
export type LoggedIn = components['schemas']['LoggedIn'];
export type LogInAnswer = components['schemas']['LogInAnswer'];
export type LoginProviderList = components['schemas']['LoginProviderList'];
export type MailedLink = components['schemas']['MailedLink'];
export type CurrentSession = components['schemas']['CurrentSession'];
export type Me = components['schemas']['Me'];
export type ChangedMe = components['schemas']['ChangedMe'];
export type BookingSummary = components['schemas']['BookingSummary'];
export type HostExport = components['schemas']['HostExport'];
export type ContactAddressAsked = components['schemas']['ContactAddressAsked'];
export type SessionList = components['schemas']['SessionList'];
export type LoginList = components['schemas']['LoginList'];
export type LoginStart = components['schemas']['LoginStart'];
export type TwoFactor = components['schemas']['TwoFactor'];
export type TwoFactorSetUp = components['schemas']['TwoFactorSetUp'];
export type BackupCodes = components['schemas']['BackupCodes'];
export type ApiKeys = components['schemas']['ApiKeys'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyMade = components['schemas']['ApiKeyMade'];
export type CalendarFeed = components['schemas']['CalendarFeed'];
export type CalendarFeedMade = components['schemas']['CalendarFeedMade'];
export type HolidayCountries = components['schemas']['HolidayCountries'];
export type Holidays = components['schemas']['Holidays'];
export type Schedules = components['schemas']['Schedules'];
export type Schedule = components['schemas']['Schedule'];
export type ChangedSchedule = components['schemas']['ChangedSchedule'];
export type Calendars = components['schemas']['Calendars'];
export type Calendar = components['schemas']['Calendar'];
export type EventTypes = components['schemas']['EventTypes'];
export type EventType = components['schemas']['EventType'];
export type ChangedEventType = components['schemas']['ChangedEventType'];
export type HostSlots = components['schemas']['HostSlots'];
export type BookingLinks = components['schemas']['BookingLinks'];
export type BookingLink = components['schemas']['BookingLink'];
export type Integrations = components['schemas']['Integrations'];
export type Integration = components['schemas']['Integration'];
export type ConnectAttempt = components['schemas']['ConnectAttempt'];
export type ConnectStarted = components['schemas']['ConnectStarted'];
export type LinksAsked = components['schemas']['LinksAsked'];
export type Webhooks = components['schemas']['Webhooks'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookMade = components['schemas']['WebhookMade'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type WebhookDeliveries = components['schemas']['WebhookDeliveries'];
export type Booking = components['schemas']['Booking'];
export type Bookings = components['schemas']['Bookings'];
export type GuestBooking = components['schemas']['GuestBooking'];
export type LeftBooking = components['schemas']['LeftBooking'];
export type GuestExport = components['schemas']['GuestExport'];
export type Erased = components['schemas']['Erased'];
export type PublicHost = components['schemas']['PublicHost'];
export type PublicEventType = components['schemas']['PublicEventType'];
export type Slots = components['schemas']['Slots'];
export type CompactSlots = components['schemas']['CompactSlots'];
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Development and tests only, where `DEV_INSTANT_SIGN_UP` is set and a name and a password came: made and logged in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description On its way; it is not said whether there is an account */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishSignUp"];
            };
        };
        responses: {
            /** @description Made and logged in: the answer sets the session’s cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Logged in: the answer sets the session’s cookie. Or a code is asked for next: then it sets a cookie for that step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInAnswer"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailLoginLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailLoginLink"];
            };
        };
        responses: {
            /** @description On its way; it is not said whether there is an account */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    useLoginLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLoginLink"];
            };
        };
        responses: {
            /** @description Logged in: the answer sets the session’s cookie. Or a code is asked for next: then it sets a cookie for that step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInAnswer"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStep"];
            };
        };
        responses: {
            /** @description Logged in: the answer sets the session’s cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLoginProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None, one or several */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginProviderList"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startLogin: {
        parameters: {
            query?: {
                to?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged in, or to the page that says what comes next */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadLink"];
            };
        };
        responses: {
            /** @description The address it was mailed to, and what is known already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailedLink"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host’s id, or null */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailPasswordLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailPasswordLink"];
            };
        };
        responses: {
            /** @description On its way; it is not said whether there is an account */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description Set; the owner is told by mail */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed: the answer sets a new cookie, the owner is told by mail */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Deleted; outstanding mails and deletions of meetings are finished first */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MeChange"];
            };
        };
        responses: {
            /** @description The changed host */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMe"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Account, schedules, event types, bookings, connections, calendars, mails */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostExport"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description The changed host; its `photo` is a square JPEG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAddress"];
            };
        };
        responses: {
            /** @description Whether a link was mailed, or it is chosen already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAddressAsked"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None is shown */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAddressProof"];
            };
        };
        responses: {
            /** @description The changed host */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every session that has not ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out everywhere else */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None, one or several */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginList"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAddingLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLogin"];
            };
        };
        responses: {
            /** @description Where the browser goes next, within ten minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginStart"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It no longer logs in; sessions that it began go on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactor"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description What the app has to know, told once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactorSetUp"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStep"];
            };
        };
        responses: {
            /** @description On; the backup codes are told once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupCodes"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceBackupCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description The new ones, told once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupCodes"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, without the keys themselves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The new one, with the key itself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state, without the address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description The address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedMade"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar; cancelled bookings leave it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description The same as the one whose ETag is in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHolidayCountries: {
        parameters: {
            query?: {
                /** @description Of the names; the host’s own if left out */
                language?: "en" | "de";
            };
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
                    "application/json": components["schemas"]["HolidayCountries"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHolidays: {
        parameters: {
            query: {
                /** @description ISO 3166-1 code, one of `/api/v1/holidays/countries` */
                country: string;
                region?: string;
                /** @description Of the names; the host’s own if left out */
                language?: "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The holidays, one a date, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedules: {
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
                    "application/json": components["schemas"]["Schedules"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewSchedule"];
            };
        };
        responses: {
            /** @description The new schedule */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScheduleChange"];
            };
        };
        responses: {
            /** @description The changed schedule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSchedule"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
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
                    "application/json": components["schemas"]["Calendars"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description The calendar, which is read at once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is read in a moment */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stopped */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
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
                    "application/json": components["schemas"]["EventTypes"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEventType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEventType"];
            };
        };
        responses: {
            /** @description The new event type */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putEventTypesInOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTypeOrder"];
            };
        };
        responses: {
            /** @description Done; those not named keep their order behind the others */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EventTypeChange"];
            };
        };
        responses: {
            /** @description The changed event type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedEventType"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The copy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHostSlots: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description Zone of the dates; the schedule’s own if left out */
                timeZone?: string;
                /** @description One of the event type’s durations; its usual one if left out */
                durationMinutes?: number;
                /** @description `1`: times not offered too, each with why */
                explain?: "0" | "1" | "true" | "false";
                /** @description One that is to be moved: its own time counts as free */
                booking?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days that have times */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostSlots"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookingLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["BookingLinks"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBookingLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewBookingLink"];
            };
        };
        responses: {
            /** @description The new link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingLink"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeBookingLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntegrations: {
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
                    "application/json": components["schemas"]["Integrations"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectAttempt"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConnectRequest"];
            };
        };
        responses: {
            /** @description Open `authorizeUrl` in a popup or in this window */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectStarted"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMissingLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of bookings that will get a link */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksAsked"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, without their secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The new one, with the secret that verifies it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent in a moment */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery that is sent in a moment */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookForGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBooking"];
            };
        };
        responses: {
            /** @description The booking */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                view?: "upcoming" | "pending" | "past" | "cancelled" | "calendar";
                /** @description Part of a guest’s name or address, or of a title */
                q?: string;
                /** @description Bookings of this event type alone */
                eventType?: string;
                /** @description Bookings that begin on this date or later, in `timeZone` */
                from?: string;
                /** @description Bookings that begin on this date or earlier, in `timeZone` */
                to?: string;
                timeZone?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bookings"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportBookings: {
        parameters: {
            query?: {
                view?: "upcoming" | "pending" | "past" | "cancelled" | "calendar";
                /** @description Part of a guest’s name or address, or of a title */
                q?: string;
                /** @description Bookings of this event type alone */
                eventType?: string;
                /** @description Bookings that begin on this date or later, in `timeZone` */
                from?: string;
                /** @description Bookings that begin on this date or earlier, in `timeZone` */
                to?: string;
                timeZone?: string;
                /** @description What parts the columns; spreadsheets of many European locales expect a semicolon */
                separator?: "comma" | "semicolon" | "tab";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One booking a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RevisionBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGuestOfBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                guestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RevisionBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setBookingLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askToReschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestCorrection"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoShowBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepBookingNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotesBody"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGuestBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleGuestBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestReschedule"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelGuestBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GuestCancel"];
            };
        };
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribeFromReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveAsFurtherGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of them is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeftBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportGuestData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking, its timeline and its mails, as stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestExport"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseGuestData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased, or erased as soon as the cancellation is mailed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCalendarFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicHost"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEventType"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlots: {
        parameters: {
            query: {
                from: string;
                to: string;
                timeZone?: string;
                /** @description One of the event type’s `durations`, in minutes; its usual one if left out */
                durationMinutes?: number;
                /** @description Token of a booking whose own time counts as free */
                booking?: string;
                /** @description `compact` writes the same times as numbers, in a thirtieth of the space */
                form?: "full" | "compact";
            };
            header?: never;
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days that have available times; at most a second old, and no older than the last change made here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"] | components["schemas"]["CompactSlots"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Valid for 24 h; the same key with the same body answers the same booking */
                "idempotency-key"?: string;
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingRequest"];
            };
        };
        responses: {
            /** @description The booking, with the guest’s own link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestBooking"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishConnecting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page that reports to its opener, or back to where the host came from */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A provider’s challenge, answered with its text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Stored, for a provider that wants this status */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Stored */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ready";
                        /** @constant */
                        database: "ok";
                        /**
                         * @description Reported, not required: bookings are taken without it.
                         * @enum {string}
                         */
                        temporal: "ok" | "away";
                        /** @example 2026a */
                        timeZoneData: string;
                    };
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text exposition format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description `internal`: Something went wrong on our side */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
