import { Button, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { roles } from "../../../session/roles";
import { may, useMe } from "../../../session/session";
import { useAddress } from "../../../shell/address";
import { Go } from "../../../shell/Go";
import { GroupPicker } from "../../desk/pick/GroupPicker";
import { Frame, Guard } from "../Frame";
import { More } from "../More";
import { personPath } from "../named";
import { Search } from "../Search";
import { peopleFilter, usePeople, type Person } from "./people";

/** Everybody that the desk knows, those who left included. Search and filters are in the address. */
export default function PeoplePage() {
  return (
    <Guard section="people">
      <People />
    </Guard>
  );
}

function People() {
  const { t } = useTranslation("admin");
  const me = useMe();
  const [address, set] = useAddress();
  const filter = peopleFilter(address);
  const pages = usePeople(filter);
  const people = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = filter.q !== "" || filter.group !== "" || filter.role !== undefined || filter.active !== undefined;
  return (
    <Frame
      title={t("section.people")}
      section="people"
      actions={
        may(me, "manage_people") && (
          <Go to="/admin/add-person" className="admin-add">
            <Button type="primary" tabIndex={-1}>
              {t("people.add")}
            </Button>
          </Go>
        )
      }
    >
      <div className="admin-filters" role="search">
        <Search label={t("people.search")} value={filter.q} onChange={(words) => set("q", words)} />
        <Select
          aria-label={t("people.role")}
          placeholder={t("people.role")}
          allowClear
          value={filter.role ?? null}
          onChange={(role: string | null) => set("role", role ?? "")}
          options={roles.map((role) => ({ value: role, label: t(`words:role.${role}`) }))}
        />
        <div className="admin-pick">
          <GroupPicker label={t("people.group")} value={filter.group || undefined} onChange={(group) => set("group", (group as string | undefined) ?? "")} />
        </div>
        <Select
          aria-label={t("people.state")}
          value={address.get("active") ?? ""}
          onChange={(active: string) => set("active", active)}
          options={[
            { value: "", label: t("people.all") },
            { value: "true", label: t("people.active") },
            { value: "false", label: t("people.left") },
          ]}
        />
      </div>
      <ul className="admin-list admin-people" aria-busy={pages.isPlaceholderData}>
        {people.map((person) => (
          <Line key={person.username} person={person} />
        ))}
      </ul>
      <More pages={pages} none={people.length > 0 ? undefined : isNarrowed ? t("people.noHits") : t("people.none")} />
    </Frame>
  );
}

function Line({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const where = [person.department, person.location].filter(Boolean).join(", ");
  const own = person.roles.filter((role) => role !== "requester");
  return (
    <li>
      <span className="admin-who">
        <Go to={personPath(person.username)}>{person.name}</Go>
        <span className="quiet">{person.username}</span>
      </span>
      <span className="quiet">{where}</span>
      <span>
        {!person.active && <Tag>{t("people.gone")}</Tag>}
        {own.map((role) => (
          <Tag key={role} color="blue">
            {t(`words:role.${role}`)}
          </Tag>
        ))}
      </span>
      <span className="quiet">{person.groups.join(", ")}</span>
    </li>
  );
}
