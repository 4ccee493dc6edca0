import { useMutation } from "@tanstack/react-query";
import { Button, Form, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api, got, type Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { may, useMe } from "../../../session/session";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { changed, isAllShown } from "../change";
import { Fault } from "../Field";
import { Frame, Guard } from "../Frame";
import { useNamed } from "../named";
import { freshenDirectory } from "../people/people";
import { SaveBar } from "../SaveBar";
import { useTyped } from "../typed";
import { isUnknown, Unfound } from "../Unfound";
import { GroupFacts } from "./GroupFacts";
import { GroupForm } from "./GroupForm";
import { GroupLoad } from "./GroupLoad";
import { fieldsOf, groupFields, useGroup, type Group, type GroupFields } from "./groups";

/** One group: its record, its members and how much lies with them. */
export default function GroupPage() {
  return (
    <Guard section="groups">
      <Found />
    </Guard>
  );
}

function Found() {
  const { t } = useTranslation("admin");
  const name = useNamed();
  const group = useGroup(name);
  if (group.data && !isUnknown(group)) return <Shown key={name} group={group.data} />;
  return <Unfound title={name} section="groups" query={group} unknown={t("group.unknown", { name })} back={t("group.back")} />;
}

function Shown({ group }: { group: Group }) {
  const mayChange = may(useMe(), "manage_people");
  return (
    <Frame title={group.name} section="groups">
      <div className="admin-record">
        {mayChange ? <Record group={group} /> : <GroupFacts group={group} />}
        <div className="admin-beside">
          <GroupLoad name={group.name} />
          {mayChange && <Dissolve name={group.name} />}
        </div>
      </div>
    </Frame>
  );
}

function Record({ group }: { group: Group }) {
  const { t } = useTranslation("admin");
  const { name } = group;
  const [typed, set, clear] = useTyped<GroupFields>(`group.${name}`);
  const before = fieldsOf(group);
  const patch = changed(before, typed) as Schemas["GroupPatch"];
  const save = useMutation({
    mutationFn: () => got(api.PATCH("/api/v1/groups/{name}", { params: { path: { name } }, body: patch })),
    onSuccess: async () => {
      await freshenDirectory();
      clear();
    },
  });
  return (
    <Form layout="vertical" className="card" aria-label={t("group.record")} onFinish={() => save.mutate()}>
      <Fault value={save.error}>
        <GroupForm value={{ ...before, ...typed }} set={set} known={group.members} />
      </Fault>
      {save.error && !isAllShown(save.error, groupFields) && <ProblemNotice problem={save.error} />}
      <SaveBar
        isChanged={Object.keys(patch).length > 0}
        isSaved={save.isSuccess}
        isSaving={save.isPending}
        onUndo={() => {
          clear();
          save.reset();
        }}
      />
    </Form>
  );
}

function Dissolve({ name }: { name: string }) {
  const { t } = useTranslation("admin");
  const [, go] = useLocation();
  const dissolve = useMutation({
    mutationFn: () => api.DELETE("/api/v1/groups/{name}", { params: { path: { name } } }),
    onSuccess: async () => {
      // Marked, not asked for: this page still shows what is no more.
      await queries.invalidateQueries({ queryKey: ["groups"], refetchType: "none" });
      go("/admin/groups");
      await freshenDirectory(["users", "lookup", "audit", "me"]);
    },
  });
  return (
    <section className="card" aria-label={t("dissolve.title")}>
      <h2>{t("dissolve.title")}</h2>
      <p className="quiet">{t("dissolve.means")}</p>
      {dissolve.error && <ProblemNotice problem={dissolve.error} />}
      <div className="admin-buttons">
        <Popconfirm title={t("dissolve.ask", { name })} okText={t("dissolve.do")} okButtonProps={{ danger: true }} cancelText={t("keep")} onConfirm={() => dissolve.mutate()}>
          <Button danger loading={dissolve.isPending}>
            {t("dissolve.do")}
          </Button>
        </Popconfirm>
      </div>
    </section>
  );
}
