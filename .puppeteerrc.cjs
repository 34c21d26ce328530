// Chromium is the system's (LUCIERNAGA_CHROMIUM): installing must not download a browser.
module.exports = { skipDownload: true };
