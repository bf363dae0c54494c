package dev.callsheet.cli.lsp.text;

import java.util.List;
import org.eclipse.lsp4j.PositionEncodingKind;

/** What the characters of a position are counted in. */
public enum PositionUnit {
  UTF16(PositionEncodingKind.UTF16) {
    @Override
    int length(int codePoint) {
      return Character.charCount(codePoint);
    }
  },
  UTF8(PositionEncodingKind.UTF8) {
    @Override
    int length(int codePoint) {
      if (codePoint < 0x80) {
        return 1;
      }
      return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
  },
  UTF32(PositionEncodingKind.UTF32) {
    @Override
    int length(int codePoint) {
      return 1;
    }
  };

  private final String id;

  PositionUnit(String id) {
    this.id = id;
  }

  /** The name in the protocol. */
  public String id() {
    return id;
  }

  /** How many units a character takes. */
  abstract int length(int codePoint);

  /**
   * The unit to use with a client.
   *
   * @param offered what the client can count in, the best in front; empty where it does not say
   */
  public static PositionUnit negotiated(List<String> offered) {
    for (String name : offered) {
      for (PositionUnit unit : values()) {
        if (unit.id.equals(name)) {
          return unit;
        }
      }
    }
    return UTF16;
  }
}
