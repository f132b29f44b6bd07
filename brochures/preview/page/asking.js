// What is asked of the server. All addresses are below that of the page, which holds the secret word.

export async function asked(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const filePath = (slug, edition) => `files/${encodeURIComponent(slug)}/${encodeURIComponent(edition)}`;

export function sheetPath({ slug, edition, version, inks }, number, ppi) {
  const plate = inks && inks !== "grey" ? `&plate=${encodeURIComponent(inks)}` : inks ? "&grey" : "";
  return `${filePath(slug, edition)}/sheets/${number}.png?ppi=${ppi}&v=${version}${plate}`;
}

// Hears what happens for as long as the page is open; the browser comes back by itself where the server went away.
export function listen(heard, away) {
  const events = new EventSource("events");
  events.addEventListener("message", (event) => heard(JSON.parse(event.data)));
  events.addEventListener("error", away);
  addEventListener("pagehide", () => events.close());
}

// Returns a picture that is loaded and ready to be shown.
export async function picture(path) {
  const image = new Image();
  image.src = path;
  await image.decode();
  return image;
}
