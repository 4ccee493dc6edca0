import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api, got, once, type Schemas } from "../../../api/client";
import { useKeyOf } from "../../../api/key-of";
import { may, useMe } from "../../../session/session";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { filled, isAllShown } from "../change";
import { Fault, Field } from "../Field";
import { Frame, Refused } from "../Frame";
import { groupPath } from "../named";
import { freshenDirectory } from "../people/people";
import { useTyped } from "../typed";
import { GroupForm } from "./GroupForm";
import { groupFields } from "./groups";

type NewGroup = Schemas["NewGroup"];

/** A new group; it is there for whatever is decided from then on. */
export default function AddGroupPage() {
  return may(useMe(), "manage_people") ? <Adding /> : <Refused section="groups" />;
}

function Adding() {
  const { t } = useTranslation("admin");
  const [, go] = useLocation();
  const keyOf = useKeyOf();
  const [typed, set, clear] = useTyped<NewGroup>("new-group");
  const add = useMutation({
    mutationFn: () => {
      const body = filled(typed) as NewGroup;
      return got(api.POST("/api/v1/groups", { params: { header: once(keyOf(body)) }, body }));
    },
    onSuccess: async ({ name }) => {
      clear();
      go(groupPath(name), { replace: true });
      await freshenDirectory();
    },
  });
  return (
    <Frame title={t("groups.add")} section="groups">
      <Form layout="vertical" className="card admin-new" aria-label={t("groups.add")} onFinish={() => add.mutate()}>
        <Fault value={add.error}>
          <div className="admin-fields">
            <Field name="name" required hint={t("group.nameHint")}>
              <Input id="admin-name" required autoComplete="off" value={typed.name ?? ""} onChange={({ target }) => set({ name: target.value })} />
            </Field>
          </div>
          <GroupForm value={typed} set={set} />
        </Fault>
        {add.error && !isAllShown(add.error, groupFields) && <ProblemNotice problem={add.error} />}
        <div className="admin-save">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t("groups.save")}
          </Button>
          {Object.keys(typed).length > 0 && !add.isPending && <Button onClick={clear}>{t("clear")}</Button>}
        </div>
      </Form>
    </Frame>
  );
}
