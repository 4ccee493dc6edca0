import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/queries";
import { SessionGate } from "./session/SessionGate";
import { firstThings } from "./shell/first";
import { Waiting } from "./shell/ProblemNotice";
import { Shell } from "./shell/Shell";
import "./theme/base.css";
import "./shell/shell.css";
import { startText } from "./text/text";
import { ThemeProvider } from "./theme/theme";

const root = createRoot(document.getElementById("root") as HTMLElement);

// Not awaited at the top: pages import what this file's chunk holds, and would wait for it for ever.
void Promise.all([startText(), firstThings()]).then(() =>
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ThemeProvider>
          <Suspense fallback={<Waiting />}>
            <SessionGate>
              <Shell />
            </SessionGate>
          </Suspense>
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
