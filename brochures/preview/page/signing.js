// Signing: what a role may sign in a piece, text by text. There is no box for all, and no name is ever filled in.

import { asked } from "./asking.js";
import { by, counted, make, whereabouts } from "./dom.js";
import { post, reasons } from "./posting.js";
import { state } from "./state.js";

const dialog = make("dialog", { class: "editing signing", id: "signing", "aria-labelledby": "signing-title" });
let shown = null;

const field = (id, label) => make("div", { class: "signing__field" }, make("label", { for: id, text: label }), make("input", { id, type: "text", autocomplete: "off" }));

function build() {
  dialog.append(
    make("div", { class: "editing__head" },
      make("h2", { id: "signing-title", class: "editing__title", text: "Review and sign" }),
      make("button", { class: "choice", type: "button", text: "Close", onclick: () => dialog.close() })),
    make("div", { class: "signing__choose" },
      make("label", { for: "signing-piece", text: "Piece" }), make("select", { id: "signing-piece", class: "choice" }),
      make("label", { for: "signing-role", text: "Your role" }), make("select", { id: "signing-role", class: "choice" })),
    make("div", { id: "signing-told", role: "status", "aria-live": "polite" }),
    make("div", { class: "signing__scroll", tabindex: "0", role: "region", "aria-label": "Texts to sign" }, make("ol", { id: "signing-texts", class: "signing__texts" })),
    make("form", { id: "signing-form", class: "signing__form", hidden: true },
      make("p", { id: "signing-count", role: "status", "aria-live": "polite" }),
      field("signing-by", "Your first and last name, with your credential"),
      field("signing-until", "Until when, if not as long as your role says (YYYY-MM-DD)"),
      make("button", { id: "signing-sign", class: "choice choice--main", type: "submit", disabled: true, text: "Sign what is ticked" })));
  document.body.append(dialog);
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // keys of the page behind it rest
  for (const id of ["signing-piece", "signing-role"]) by(id).addEventListener("change", list);
  by("signing-by").addEventListener("input", count);
  by("signing-form").addEventListener("submit", (event) => { event.preventDefault(); sign(); });
}

export function offerSigning() {
  build();
  return [make("button", { class: "choice", type: "button", id: "signing-opens", "aria-haspopup": "dialog", "aria-keyshortcuts": "y", text: "Sign", title: "Review and sign", onclick: show })];
}

async function show() {
  const { roles } = await asked("signing/roles");
  by("signing-piece").replaceChildren(...state.pieces.map((one) => make("option", { value: one.slug, text: one.title || one.slug })));
  by("signing-piece").value = state.slug;
  by("signing-role").replaceChildren(make("option", { value: "", text: "Choose your role" }), ...Object.entries(roles).map(([name, title]) => make("option", { value: name, text: title })));
  by("signing-by").value = "";
  by("signing-until").value = "";
  clear();
  tell("", ["Choose your role: what wants a signature of it is shown, every word with its sources."]);
  dialog.showModal();
  by("signing-role").focus();
}

function clear() {
  shown = null;
  by("signing-texts").replaceChildren();
  by("signing-form").hidden = true;
}

async function list() {
  clear();
  const piece = by("signing-piece").value, role = by("signing-role").value;
  if (!role) return;
  tell("", ["Reading…"]);
  const answer = await fetch(`signing/texts?${new URLSearchParams({ piece, role })}`);
  const found = await answer.json();
  if (piece !== by("signing-piece").value || role !== by("signing-role").value) return;
  if (!answer.ok) { tell("bad", reasons(found)); return; }
  shown = found;
  by("signing-texts").replaceChildren(...found.texts.map(one));
  by("signing-form").hidden = !found.texts.length;
  tell("", [
    found.texts.length ? `${counted(found.texts.length, "text")} to read and sign as ${found.title}. Tick each one that you have read.` : `Nothing is left to sign as ${found.title}.`,
    found.already ? `${counted(found.already, "text")} signed already, and not changed since.` : "",
    ...found.others.map((other) => `Left for others: ${other}`),
  ].filter(Boolean));
  count();
}

function one(text, number) {
  const id = `signing-tick-${number}`;
  return make("li", { class: "signing__text" },
    make("h3", {}, text.called, " ", whereabouts(text.place)),
    text.changed ? make("p", { class: "warn", text: `Changed since your role signed it: ${text.changed}` }) : null,
    make("div", { class: "quote", id: `${id}-words` }, ...text.words.map((words) => make("p", { text: words }))),
    text.sources.length ? make("ul", { class: "signing__sources" }, ...text.sources.map((source) => make("li", { text: source }))) : null,
    make("p", { class: "signing__tick" },
      make("input", { type: "checkbox", id, "data-key": text.key, "data-digest": text.digest, "aria-describedby": `${id}-words`, onchange: count }),
      make("label", { for: id, text: `I have read ${text.called}` })));
}

const ticked = () => [...by("signing-texts").querySelectorAll("input:checked")];

function count() {
  const number = ticked().length;
  by("signing-count").textContent = shown ? `${number} of ${counted(shown.texts.length, "text")} ticked; as ${shown.title}, until ${shown.until}.` : "";
  by("signing-sign").disabled = !number || !by("signing-by").value.trim();
}

async function sign() {
  const boxes = ticked();
  by("signing-sign").disabled = true;
  const answer = await post("signing", {
    piece: by("signing-piece").value, role: by("signing-role").value, by: by("signing-by").value, until: by("signing-until").value.trim(),
    ticked: Object.fromEntries(boxes.map((box) => [box.dataset.key, box.dataset.digest])),
  });
  if (!answer.ok) { tell("bad", reasons(answer)); count(); return; }
  await list();
  tell("good", [`${answer.said}.`]);
}

function tell(kind, lines) {
  by("signing-told").replaceChildren(make("div", { class: kind ? `editing__box editing__box--${kind}` : "quiet" }, ...lines.map((line) => make("p", { text: line }))));
}
