// Runs in WhatsApp's page while the house waits: tells the library of what it misses, and keeps the picture to scan fresh.
(() => {
  const { Socket } = window.require('WAWebSocketModel');
  // In step before the library listened: it would wait for ever.
  if (Socket.state === 'CONNECTED' && Socket.hasSynced) void window.onAppStateHasSyncedEvent?.();
  if (Socket.state === 'UNPAIRED_IDLE') window.require('WAWebCmd').Cmd.refreshQR();
  return Socket.state;
})();
