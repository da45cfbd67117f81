// How docs/embedding.md tells users of React to show a campaign, and other ways that people try. The address says which.
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const asked = new URLSearchParams(location.search);
const { embed, loader, integrity } = Object.fromEntries(asked);
const way = asked.get("way");

function Campaign() {
  useEffect(() => {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src: loader, integrity, crossOrigin: "anonymous" }));
  }, []);
  return <iframe data-undersigned src={embed} title="Take action" style={{ width: "100%", border: 0 }} height={300}
    sandbox="allow-scripts allow-same-origin allow-forms allow-popups" />;
}

/** The code of the snippet as text; its script never runs. */
function Pasted() {
  useEffect(() => {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src: loader, integrity, crossOrigin: "anonymous" }));
  }, []);
  return <div dangerouslySetInnerHTML={{ __html: sessionStorage.getItem("code") }} />;
}

/** The loader as a module. */
function Imported() {
  useEffect(() => { import(/* @vite-ignore */ loader); }, []);
  return <iframe data-undersigned src={embed} title="Take action" style={{ width: "100%", border: 0 }} height={300} />;
}

/** Comes when somebody presses, goes, and comes again. */
function Late({ children }) {
  const [shown, show] = useState(false);
  return <><button onClick={() => show(!shown)}>Show</button>{shown && children}</>;
}

const shown = { documented: <Campaign />, pasted: <Pasted />, imported: <Imported /> }[way];
const placed = asked.has("late") ? <Late>{shown}</Late> : shown;
createRoot(document.getElementById("app")).render(asked.has("strict") ? <StrictMode>{placed}</StrictMode> : placed);
