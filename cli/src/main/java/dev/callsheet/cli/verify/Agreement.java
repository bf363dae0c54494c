package dev.callsheet.cli.verify;

/** What a spec and its platform agree on, or what they differ in, of a request. */
public enum Agreement {
  /** Verdict, parameter and price are the same, as far as both are known. */
  AGREED("agreed"),
  /** One accepts what the other refuses. */
  VERDICT("verdict"),
  /** Both refuse it, for different parameters. */
  PARAMETER("parameter"),
  /** Both accept it, at different prices. */
  PRICE("price"),
  /** The platform refuses the medium that the test request names: there is none at its address. */
  MEDIUM("medium");

  private final String id;

  Agreement(String id) {
    this.id = id;
  }

  /** As records name it. */
  public String id() {
    return id;
  }

  /** Whether the spec or the platform is wrong. */
  public boolean isDifference() {
    return this == VERDICT || this == PARAMETER || this == PRICE;
  }
}
