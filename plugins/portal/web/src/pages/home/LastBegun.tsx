import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { Ago } from "../../time/Moment";
import { useBegun } from "../drafts/begun";

/** The request that was begun last and not sent, with the way back to it; the others are with my requests. */
export function LastBegun() {
  const { t } = useTranslation("home");
  const asks = useBegun().things?.filter((thing) => thing.isOffered && thing.path);
  const [last, ...others] = asks ?? [];
  if (!last?.path) return null;
  return (
    <p className="last-begun">
      {t("begun")} <Go to={last.path}>{last.name}</Go>{" "}
      <span className="quiet">
        (<Ago at={last.at} />)
      </span>
      {others.length > 0 && (
        <>
          {" "}
          <Go to="/requests">{t("moreBegun", { count: others.length })}</Go>
        </>
      )}
    </p>
  );
}
