import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { PersonPicker } from "../../../people/PersonPicker";
import { may, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { personPath } from "../named";
import type { Group } from "./groups";

type Member = Group["members"][number];

interface Props {
  value: string[];
  onChange: (usernames: string[]) => void;
  known: Member[];
}

/** Who is in a group, with what they can; one is added at a time. */
export function MembersField({ value, onChange, known }: Props) {
  const { t } = useTranslation("admin");
  return (
    <div>
      <ul className="admin-plain admin-members">
        {value.map((username) => (
          <li key={username}>
            <One username={username} member={known.find((one) => one.username === username)} />
            <Button size="small" aria-label={t("group.removeNamed", { name: username })} onClick={() => onChange(value.filter((one) => one !== username))}>
              {t("group.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <PersonPicker id="admin-members" value={undefined} without={value} placeholder={t("group.addMember")} onChange={(username) => username && onChange([...value, username])} />
    </div>
  );
}

function One({ username, member }: { username: string; member: Member | undefined }) {
  const { t } = useTranslation("admin");
  const me = useMe();
  // Who was just added is known by the username alone.
  const found = useQuery({
    queryKey: ["people", username],
    queryFn: () => got(api.GET("/api/v1/lookup/people", { params: { query: { q: username, limit: 20 } } })),
    enabled: member === undefined,
  });
  const name = member?.name ?? found.data?.items.find((one) => one.username === username)?.name ?? username;
  return (
    <span>
      {may(me, "see_people") ? <Go to={personPath(username)}>{name}</Go> : name} {member === undefined && <Tag color="gold">{t("group.new")}</Tag>}
      {member && !member.active && <Tag>{t("people.gone")}</Tag>}
      {member && <MemberFacts member={member} />}
    </span>
  );
}

/** What a member can, and whether they are away. */
export function MemberFacts({ member }: { member: Member }) {
  const { t } = useTranslation("admin");
  const can = member.profile === "expert" ? [] : [t(`profile.${member.profile}`)];
  return <span className="quiet admin-can">{[...member.skills, ...can].join(", ")}</span>;
}
