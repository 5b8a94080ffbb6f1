// Runs before the first paint, so that a chosen theme never flashes. See client/lib/preferences.ts.
try {
  var theme = JSON.parse(localStorage.getItem('loadbearing')).state.theme
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Nothing is kept yet, or storage is closed to us: the system's theme it is.
}
