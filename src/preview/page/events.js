// What happens in the preview, told to every page of a host over one connection.
//
// A browser has six connections for a host, and a stream of events takes one for good. So of all pages of a host one listens
// and tells the others: that which holds a lock. A hidden page listens to nothing; when it is seen again, it asks.
// Where the browser has no locks (the preview at an address of the network), no page holds a connection: those that are seen ask
// again and again.

const ADDRESS = "/_felles/events";
const LOCK = "felles-events";

// How soon a stream that was refused is asked for again, in milliseconds.
const RETRY = 2000;

// How soon a page that has no locks asks again, in milliseconds.
const PAUSE = 1000;

// Calls `hearOthers` with `{ kind, build }`, while the page is seen. The kinds: `build` (its number is in place), `checked` (the
// state is another), `lost` (the preview does not answer), `shown` (the page is seen again, and may have missed any of them).
// A page in a frame listens to what others of its host are told. `hearMade` is called with how many of all brands are made.
export function listen(hearOthers, hearMade = () => {}) {
  const hear = (event) => (event.kind === "made" ? hearMade(event) : hearOthers(event));
  const channel = new BroadcastChannel("felles");
  let stream = null;
  let leave = null;

  const isSeen = () => document.visibilityState !== "hidden";
  channel.addEventListener("message", ({ data }) => isSeen() && hear(data));
  const tell = (event) => {
    channel.postMessage(event);
    hear(event);
  };

  // Frames ask nobody; other pages ask for themselves.
  const tellFrames = (event) => channel.postMessage(event);

  const close = () => {
    stream?.close();
    stream = null;
  };

  const open = () => {
    close();
    stream = new EventSource(ADDRESS);
    // A page may have missed what was told while nobody listened.
    stream.addEventListener("open", () => tell({ kind: "checked" }));
    stream.addEventListener("build", ({ data }) => tell({ kind: "build", build: Number(data) }));
    stream.addEventListener("made", ({ data }) => tell({ kind: "made", ...JSON.parse(data) }));
    stream.addEventListener("checked", () => tell({ kind: "checked" }));
    stream.addEventListener("error", ({ target }) => {
      tell({ kind: "lost" });
      const refused = target.readyState === EventSource.CLOSED;
      if (refused) setTimeout(() => stream === target && open(), RETRY);
    });
  };

  const start = () => {
    if (leave !== null) return;
    if (!navigator.locks) {
      leave = askAgainAndAgain(hear, tellFrames);
      return;
    }
    const waiting = new AbortController();
    let free = null;
    leave = () => {
      waiting.abort();
      close();
      free?.();
    };
    const hold = () =>
      new Promise((done) => {
        free = done;
        open();
      });
    // Who stops to wait is told so as an error.
    navigator.locks.request(LOCK, { signal: waiting.signal }, hold).catch(() => {});
  };

  const stop = () => {
    leave?.();
    leave = null;
  };

  const isFrame = window.top !== window;
  const look = () => {
    if (!isSeen()) return stop();
    if (!isFrame) start();
    hear({ kind: "shown" });
  };

  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  look();
}

// Asks which build and which version of the state it is, and says when it is another than before, until what this gives is called.
function askAgainAndAgain(hear, tellFrames) {
  const left = new AbortController();
  let known = null;
  const ask = async () => {
    if (left.signal.aborted) return;
    const now = await fetchNumbers(left.signal);
    if (left.signal.aborted) return;
    if (now === null) {
      hear({ kind: "lost" });
    } else if (now.version !== known?.version || now.build !== known.build) {
      tellFrames({ kind: "build", build: now.build });
      hear({ kind: "checked" });
    } else if (now.made !== known.made) {
      hear({ kind: "made", made: now.made, all: now.all });
    }
    known = now;
    setTimeout(ask, PAUSE);
  };
  ask();
  return () => left.abort();
}

// The state of no site at all, which is short; nothing where the preview does not answer.
async function fetchNumbers(signal) {
  try {
    const response = await fetch("/_felles/state?brand=", { cache: "no-store", signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
