import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, once, type Schemas } from "../../../api/client";
import { useKeyOf } from "../../../api/key-of";
import { may, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { filled, isAllShown } from "../change";
import { Fault, Field } from "../Field";
import { Frame, Refused } from "../Frame";
import { personPath } from "../named";
import { ShownOnce } from "../ShownOnce";
import { useTyped } from "../typed";
import { freshenDirectory, personFields } from "./people";
import { PersonForm } from "./PersonForm";

type NewUser = Schemas["NewUser"];

/** A new person; the password that the desk makes up is shown once they are there. */
export default function AddPersonPage() {
  return may(useMe(), "manage_people") ? <Adding /> : <Refused section="people" />;
}

function Adding() {
  const { t } = useTranslation("admin");
  const me = useMe();
  const keyOf = useKeyOf();
  const [typed, set, clear] = useTyped<NewUser>("new-person");
  // Newcomers mostly work where they are added.
  const value = { language: me.language, zone: me.zone, ...typed };
  const add = useMutation({
    mutationFn: () => {
      const body = filled(value) as NewUser;
      return got(api.POST("/api/v1/users", { params: { header: once(keyOf(body)) }, body }));
    },
    onSuccess: async () => {
      clear();
      await freshenDirectory();
    },
  });
  if (add.data) return <Added person={add.data} onAnother={() => add.reset()} />;
  return (
    <Frame title={t("people.add")} section="people">
      <Form layout="vertical" className="card admin-new" aria-label={t("people.add")} onFinish={() => add.mutate()}>
        <Fault value={add.error}>
          <div className="admin-fields">
            <Field name="username" required hint={t("person.usernameHint")}>
              <Input
                id="admin-username"
                required
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={typed.username ?? ""}
                onChange={({ target }) => set({ username: target.value })}
              />
            </Field>
          </div>
          <PersonForm value={value} set={set} />
        </Fault>
        {add.error && !isAllShown(add.error, personFields) && <ProblemNotice problem={add.error} />}
        <div className="admin-save">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t("people.save")}
          </Button>
          {Object.keys(typed).length > 0 && !add.isPending && <Button onClick={clear}>{t("clear")}</Button>}
        </div>
      </Form>
    </Frame>
  );
}

function Added({ person, onAnother }: { person: Schemas["Welcome"]; onAnother: () => void }) {
  const { t } = useTranslation("admin");
  const { name, username, password } = person;
  return (
    <Frame title={t("people.add")} section="people">
      <div className="admin-new">
        {password ? (
          <ShownOnce secret={password} title={t("people.added", { name, username })} />
        ) : (
          // The first answer was lost on its way, and the password with it.
          <Alert type="info" showIcon role="status" className="gap-below" title={t("people.addedBefore", { name })} />
        )}
        <div className="admin-buttons">
          <Go to={personPath(username)}>{t("people.toRecord")}</Go>
          <Button onClick={onAnother}>{t("people.another")}</Button>
        </div>
      </div>
    </Frame>
  );
}
