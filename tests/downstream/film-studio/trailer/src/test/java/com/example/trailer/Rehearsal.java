package com.example.trailer;

import com.example.trailer.rehearsals.recraftv4vector.RecraftV4Vector;

/** Uses a model that only the tests have. */
final class Rehearsal {
  private Rehearsal() {}

  static String logo() {
    return RecraftV4Vector.MODEL.name();
  }
}
