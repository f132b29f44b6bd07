// Search in the words of all pieces (to come).
export function offerSearch() {}
