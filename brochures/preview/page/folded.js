// The folded piece (to come).
export function showFolded() {}
