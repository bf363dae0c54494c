package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is counted to price a request. */
public sealed interface ChargeUnit {
  /** Calls the visitor's method for this kind of unit. */
  <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor);

  /** Its name in prices, such as {@code s}; empty for the request as a whole. */
  String name();

  /** The request as a whole. */
  record Request() implements ChargeUnit {
    @Override
    public String name() {
      return "";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitRequest(this);
    }
  }

  /**
   * Seconds that a parameter gives, or that media lasts: of media that is provided, its own, else
   * those that the parameter gives. At least one of the two is not null.
   *
   * @param duration a number; where a request omits it, its default
   * @param media a media parameter, or a list of such, whose length no request shows
   */
  record Seconds(@Nullable ParameterPath duration, @Nullable ParameterPath media)
      implements ChargeUnit {
    @Override
    public String name() {
      return "s";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitSeconds(this);
    }
  }

  /** Items of a list; any other value is one. */
  record Items(ParameterPath list) implements ChargeUnit {
    @Override
    public String name() {
      return "item";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitItems(this);
    }
  }

  /** Characters of a text, or of all texts of a list, in Unicode code points. */
  record Characters(ParameterPath text) implements ChargeUnit {
    @Override
    public String name() {
      return "character";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitCharacters(this);
    }
  }

  /**
   * Tokens of a text, or of all texts of a list. How a model divides texts is not known here: there
   * is a range of tokens.
   *
   * @param leastBytes the least bytes of UTF-8 that a token is taken to have; at least 1
   * @param mostBytes the most
   */
  record Tokens(ParameterPath text, int leastBytes, int mostBytes) implements ChargeUnit {
    @Override
    public String name() {
      return "token";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitTokens(this);
    }
  }

  /**
   * Megapixels of what is made.
   *
   * @param pixels how many pixels the platform calls a megapixel
   */
  record Megapixels(ParameterPath width, ParameterPath height, BigDecimal pixels)
      implements ChargeUnit {
    @Override
    public String name() {
      return "megapixel";
    }

    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitMegapixels(this);
    }
  }

  /** Something that no request shows, such as the tokens of an image. */
  record Unshown(String name) implements ChargeUnit {
    @Override
    public <R extends @Nullable Object> R accept(ChargeUnitVisitor<R> visitor) {
      return visitor.visitUnshown(this);
    }
  }
}
