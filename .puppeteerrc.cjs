// The browser comes with npm (@sparticuz/chromium); a download at install time
// would break `npm ci` on machines without a route to it.
module.exports = { skipDownload: true };
