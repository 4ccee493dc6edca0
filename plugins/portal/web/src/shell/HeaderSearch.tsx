import SearchOutlined from "@ant-design/icons/SearchOutlined";
import { Input } from "antd";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";

/** The catalog's search from any page; its hits are shown at home. */
export function HeaderSearch() {
  const { t } = useTranslation("shell");
  const [, go] = useLocation();
  const [words, setWords] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    go(words.trim() === "" ? "/" : `/?q=${encodeURIComponent(words.trim())}`);
  };
  return (
    <form role="search" className="header-search" onSubmit={send}>
      <Input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        prefix={<SearchOutlined aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  );
}
