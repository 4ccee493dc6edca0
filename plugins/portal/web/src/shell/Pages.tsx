import { memo, Suspense } from "react";
import { Route, Switch } from "wouter";
import NotFoundPage from "../pages/not-found/NotFoundPage";
import { routes } from "../routes";
import { PageBoundary } from "./PageBoundary";
import { Waiting } from "./ProblemNotice";
import { At, type Address } from "./Steady";

/** The page of an address; drawn again only when it is another. */
export const Pages = memo(function Pages({ address, onBroken }: { address: Address; onBroken: (path: string) => void }) {
  return (
    <At address={address}>
      <PageBoundary at={address.path} onBroken={onBroken}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            {routes.map(({ path, Page }) => (
              <Route key={path} path={path}>
                <Page />
              </Route>
            ))}
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </PageBoundary>
    </At>
  );
});
