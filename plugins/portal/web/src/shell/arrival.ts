// Whether the heading of a page takes the focus: after each navigation, not when
// the portal is first opened. A page that waits for its data draws its heading
// anew, which takes the focus again until the viewer does something themselves.

let pending = false;

const done = () => {
  pending = false;
};

export const arrival = {
  expect() {
    pending = true;
    for (const act of ["keydown", "pointerdown"]) addEventListener(act, done, { once: true, capture: true });
  },
  isDue(): boolean {
    return pending;
  },
};
