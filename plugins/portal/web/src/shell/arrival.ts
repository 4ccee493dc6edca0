// Whether the heading of the next page takes the focus: after each navigation,
// not when the portal is first opened.

let pending = false;

export const arrival = {
  expect() {
    pending = true;
  },
  take(): boolean {
    const was = pending;
    pending = false;
    return was;
  },
};
