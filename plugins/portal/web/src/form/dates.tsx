import { type WidgetProps } from "@rjsf/utils";
import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import "dayjs/locale/ru";
import "dayjs/locale/zh-cn";
import { useTranslation } from "react-i18next";
import type { FormContext } from "./context";
import { beginWeeks } from "../time/week";
import { describedBy } from "./described";

beginWeeks();
dayjs.extend(utc);
dayjs.extend(timezone);

const local = { en: "en", zh: "zh-cn", ru: "ru" } as const;

/** A day, without a time: the same day wherever it is read. */
export function DateField(props: WidgetProps) {
  const { id, value, disabled, readonly, required, onChange, rawErrors } = props;
  const { t, i18n } = useTranslation("form");
  dayjs.locale(local[i18n.language as keyof typeof local] ?? "en");
  const day = typeof value === "string" ? dayjs(value, "YYYY-MM-DD") : null;
  return (
    <DatePicker
      id={id}
      className="date"
      format="YYYY-MM-DD"
      value={day?.isValid() ? day : null}
      allowClear={!required}
      disabled={disabled || readonly}
      placeholder={t("chooseDay")}
      onChange={(next: Dayjs | null) => onChange(next?.format("YYYY-MM-DD"))}
      aria-describedby={describedBy(props)}
      aria-invalid={rawErrors?.length ? true : undefined}
    />
  );
}

/** A moment: typed in the zone of the account, sent in UTC. */
export function MomentField(props: WidgetProps) {
  const { id, value, disabled, readonly, required, onChange, rawErrors, registry } = props;
  const { t, i18n } = useTranslation("form");
  dayjs.locale(local[i18n.language as keyof typeof local] ?? "en");
  const zone = (registry.formContext as FormContext).zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moment = typeof value === "string" ? dayjs(value) : null;
  // The picker knows the browser's zone alone: it is shown the account's wall clock.
  const wall = moment?.isValid() ? dayjs(moment.tz(zone).format("YYYY-MM-DDTHH:mm")) : null;
  return (
    <DatePicker
      id={id}
      className="date"
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: "HH:mm", minuteStep: 5 }}
      needConfirm={false}
      value={wall}
      allowClear={!required}
      disabled={disabled || readonly}
      placeholder={t("chooseMoment")}
      onChange={(next: Dayjs | null) => onChange(next ? dayjs.tz(next.format("YYYY-MM-DDTHH:mm"), zone).utc().format("YYYY-MM-DDTHH:mm:ss[Z]") : undefined)}
      aria-describedby={describedBy(props)}
      aria-invalid={rawErrors?.length ? true : undefined}
    />
  );
}
