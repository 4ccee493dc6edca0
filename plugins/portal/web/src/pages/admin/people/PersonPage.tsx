import { useMutation } from "@tanstack/react-query";
import { Form, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { may, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { changed, isAllShown } from "../change";
import { Fault } from "../Field";
import { Frame, Guard } from "../Frame";
import { useNamed } from "../named";
import { SaveBar } from "../SaveBar";
import { useTyped } from "../typed";
import { isUnknown, Unfound } from "../Unfound";
import { freshenDirectory, personFields, usePerson, type Person, type PersonFields } from "./people";
import { PersonAbsences } from "./PersonAbsences";
import { PersonAccess } from "./PersonAccess";
import { PersonFacts } from "./PersonFacts";
import { PersonForm } from "./PersonForm";
import { PersonLoad } from "./PersonLoad";

/** One person: their record, their access, what lies with them, when they are away. */
export default function PersonPage() {
  return (
    <Guard section="people">
      <Found />
    </Guard>
  );
}

function Found() {
  const { t } = useTranslation("admin");
  const username = useNamed();
  const person = usePerson(username);
  if (person.data && !isUnknown(person)) return <Shown key={username} person={person.data} />;
  return <Unfound title={username} section="people" query={person} unknown={t("person.unknown", { username })} back={t("person.back")} />;
}

function Shown({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const me = useMe();
  return (
    <Frame title={person.name} section="people" actions={!person.active && <Tag>{t("people.gone")}</Tag>}>
      <div className="admin-record">
        {may(me, "manage_people") ? <Record person={person} /> : <PersonFacts person={person} />}
        <div className="admin-beside">
          {may(me, "manage_people") && <PersonAccess person={person} />}
          {may(me, "see_groups") && <PersonLoad username={person.username} />}
          {may(me, "see_absences") && <PersonAbsences username={person.username} />}
          {may(me, "read_audit") && (
            <section className="card">
              <h2>{t("section.audit")}</h2>
              <Go to={`/admin/audit?actor=${encodeURIComponent(person.username)}`}>{t("person.did")}</Go>
            </section>
          )}
        </div>
      </div>
    </Frame>
  );
}

function Record({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const { username } = person;
  const [typed, set, clear] = useTyped<PersonFields>(`person.${username}`);
  const patch = changed(person, typed) as Schemas["UserPatch"];
  const save = useMutation({
    mutationFn: () => got(api.PATCH("/api/v1/users/{username}", { params: { path: { username } }, body: patch })),
    onSuccess: async () => {
      await freshenDirectory();
      clear();
    },
  });
  return (
    <Form layout="vertical" className="card" aria-label={t("person.record")} onFinish={() => save.mutate()}>
      <p className="quiet admin-fixed">
        {t("field.username")}: <code>{username}</code>
      </p>
      <Fault value={save.error}>
        <PersonForm value={{ ...person, ...typed }} set={set} username={username} />
      </Fault>
      {save.error && !isAllShown(save.error, personFields) && <ProblemNotice problem={save.error} />}
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
