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

await Promise.all([startText(), firstThings()]);

createRoot(document.getElementById("root") as HTMLElement).render(
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
);
