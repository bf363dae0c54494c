package dev.callsheet.sandbox.internal.codec;

import java.util.List;

/** Encodes the pictures of a film one after the other, all of one size. */
interface VideoEncoder {
  /** A frame that needs no other. */
  byte[] keyFrame(CellPicture picture);

  /** A frame that is the one before it but for some areas. */
  byte[] changedFrame(CellPicture picture, List<CellArea> changed);
}
