// What is sent to the server for editing and signing: always JSON, and the answer with whether it was done.

export async function post(path, value, more = {}) {
  const answer = await fetch(path, {
    method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(value), ...more,
  });
  const told = await answer.json().catch(() => ({ findings: [], said: "the preview gave no answer; is it still running?" }));
  return { ok: answer.ok, status: answer.status, ...told };
}

// Returns why something was refused, one line for each reason.
export const reasons = ({ said, findings = [] }) => (said ? [said] : findings.map((one) => `${one.message}${one.help ? `. ${upper(one.help)}` : ""}.`));

export const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// Returns `act`, called once when `wait` ms have gone by since it was asked for last.
export function later(wait, act) {
  let timer = 0;
  const asked = (...given) => { clearTimeout(timer); timer = setTimeout(() => act(...given), wait); };
  asked.never = () => clearTimeout(timer);
  return asked;
}
