// Runs in WhatsApp's page before the library listens: how this account is called, by its number and by its privacy id.
(() => {
  try {
    const { getMaybeMePnUser, getMaybeMeLidUser } = window.require('WAWebUserPrefsMeUser');
    return [getMaybeMePnUser(), getMaybeMeLidUser()].filter(Boolean).map(String);
  } catch {
    return [];
  }
})();
