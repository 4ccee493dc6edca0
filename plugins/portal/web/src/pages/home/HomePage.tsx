import CloseCircleFilled from "@ant-design/icons/CloseCircleFilled";
import SearchOutlined from "@ant-design/icons/SearchOutlined";
import { Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { Page } from "../../shell/Page";
import { useHasChanged } from "../../shell/Told";
import { Browse } from "./Browse";
import { catalogAhead } from "./catalog";
import { Hits } from "./Hits";
import { OpenRequests } from "./OpenRequests";
import "./home.css";

/** Long enough that a fast typist asks once for a word, short enough to feel at once. */
const pause = 150;

export const ahead = catalogAhead;

/** One search over the catalog; without words the categories, what is used most and what is new. */
export default function HomePage() {
  const { t } = useTranslation("home");
  const [address, setAddress] = useSearchParams();
  const words = address.get("q") ?? "";
  const category = address.get("category") ?? undefined;
  const [typed, setTyped] = useState(words);
  const isSearched = useHasChanged(words);

  // The address follows what is typed, so that going back from an item finds the hits again;
  // what is typed follows the address only where something else has changed it.
  const put = useRef(words);
  useEffect(() => {
    if (put.current === words) return;
    put.current = words;
    setTyped(words);
  }, [words]);
  useEffect(() => {
    const next = typed.trim();
    if (next === put.current) return;
    const timer = setTimeout(() => {
      put.current = next;
      setAddress(next === "" ? {} : { q: next }, { replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, setAddress]);

  return (
    <Page title={t("title")} quietTitle>
      <div className="home">
        <div>
          <div className="home-search" role="search">
            <p className="home-question" aria-hidden>
              {t("title")}
            </p>
            <Input
              type="search"
              size="large"
              aria-label={t("search")}
              placeholder={t("search")}
              prefix={<SearchOutlined aria-hidden />}
              allowClear={{ clearIcon: <CloseCircleFilled aria-label={t("clear")} /> }}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {words.trim() !== "" ? <Hits words={words.trim()} isSearched={isSearched} /> : <Browse category={category} />}
        </div>
        <OpenRequests />
      </div>
    </Page>
  );
}
