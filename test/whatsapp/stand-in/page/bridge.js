// Between the page and the test: what happens in the page is posted to the server, and its commands come as events.

const waiting = [];
let posting = false;

async function post() {
  if (posting) return;
  posting = true;
  try {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      await fetch('/stand-in/out', { method: 'POST', body: JSON.stringify(batch) });
    }
  } catch {
    // The page or the server is going away.
  }
  posting = false;
}

/** In order; arrives after the call that told it. */
export function tell(kind, payload) {
  waiting.push({ kind, payload });
  void post();
}

/** Each command answers with a value or an error. */
export function obey(commands) {
  const source = new EventSource('/stand-in/events');
  source.onmessage = async ({ data }) => {
    const { seq, name, arg } = JSON.parse(data);
    try {
      tell('reply', { seq, value: await commands[name](arg) });
    } catch (error) {
      tell('reply', { seq, error: String(error?.stack ?? error) });
    }
  };
}
