import { Button, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { may, useMe } from "../../../session/session";
import { useAddress } from "../../../shell/address";
import { Go } from "../../../shell/Go";
import { Frame, Guard } from "../Frame";
import { More } from "../More";
import { groupPath } from "../named";
import { Search } from "../Search";
import { lines, matching, useGroups, type Group } from "./groups";

/** All groups, who leads them and how many are in them. Search and line are in the address. */
export default function GroupsPage() {
  return (
    <Guard section="groups">
      <Groups />
    </Guard>
  );
}

function Groups() {
  const { t } = useTranslation("admin");
  const me = useMe();
  const [address, set] = useAddress();
  const q = address.get("q") ?? "";
  const line = lines.find((one) => String(one) === address.get("line"));
  const isNarrowed = q !== "" || line !== undefined;
  const pages = useGroups(isNarrowed);
  const groups = matching(pages.data?.pages.flatMap((page) => page.items) ?? [], q, line);
  const isComplete = !pages.hasNextPage && !pages.isFetching;
  return (
    <Frame
      title={t("section.groups")}
      section="groups"
      actions={
        may(me, "manage_people") && (
          <Go to="/admin/add-group" className="admin-add">
            <Button type="primary" tabIndex={-1}>
              {t("groups.add")}
            </Button>
          </Go>
        )
      }
    >
      <div className="admin-filters" role="search">
        <Search label={t("groups.search")} value={q} onChange={(words) => set("q", words)} />
        <Select
          aria-label={t("field.line")}
          placeholder={t("field.line")}
          allowClear
          value={line ?? null}
          onChange={(chosen: number | null) => set("line", chosen === null || chosen === undefined ? "" : String(chosen))}
          options={lines.map((one) => ({ value: one, label: t(`line.${one}`) }))}
        />
      </div>
      <ul className="admin-list admin-groups">
        {groups.map((group) => (
          <Line key={group.name} group={group} />
        ))}
      </ul>
      <More pages={pages} none={groups.length > 0 || !isComplete ? undefined : isNarrowed ? t("groups.noHits") : t("groups.none")} />
    </Frame>
  );
}

function Line({ group }: { group: Group }) {
  const { t } = useTranslation("admin");
  return (
    <li>
      <span className="admin-who">
        <Go to={groupPath(group.name)}>{group.name}</Go>
      </span>
      <span>{group.line > 0 && <Tag color="blue">{t(`line.${group.line}`)}</Tag>}</span>
      <span className="quiet">{group.lead && t("groups.ledBy", { name: group.lead.name })}</span>
      <span className="quiet">{t("groups.members", { count: group.members.length })}</span>
    </li>
  );
}
