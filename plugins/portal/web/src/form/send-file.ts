import { api, got, type Schemas } from "../api/client";

/** Stages a file; it is the sender's alone until a form or a comment names it. */
export function sendFile(file: File): Promise<Schemas["AttachmentView"]> {
  return got(
    api.POST("/api/v1/attachments", {
      // The types know a file as text; what is sent is a form with the file in it.
      body: { file: "" },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file, file.name || "screenshot.png");
        return form;
      },
    }),
  );
}
