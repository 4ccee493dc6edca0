-- When a firing was begun, and who wished for it where its schedule did not.
ALTER TABLE job_runs ADD COLUMN started_at TEXT;
ALTER TABLE job_runs ADD COLUMN asked_by BLOB;
