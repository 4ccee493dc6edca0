-- When a firing was begun, and who wished for it where its schedule did not.
ALTER TABLE job_runs ADD COLUMN started_at TIMESTAMP;
ALTER TABLE job_runs ADD COLUMN asked_by BYTEA;
