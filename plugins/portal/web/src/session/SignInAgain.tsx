import { Button, Modal, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { letGo } from "../api/signed-out";
import { SignInForm } from "./SignInForm";
import { forgetSession, type Me } from "./session";

/** The sign-in form over a page whose session has ended; the page stays as it is. */
export default function SignInAgain({ me, onSignedIn }: { me: Me; onSignedIn: () => void }) {
  const { t } = useTranslation("session");
  const leave = () => {
    letGo(false);
    forgetSession();
  };
  return (
    <Modal open title={t("again.title")} footer={null} closable={false} maskClosable={false} keyboard={false}>
      <Typography.Paragraph>{t("again.why", { name: me.name })}</Typography.Paragraph>
      <SignInForm username={me.username} onSignedIn={onSignedIn} />
      <Button type="link" block onClick={leave}>
        {t("again.other")}
      </Button>
    </Modal>
  );
}
