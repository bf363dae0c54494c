package dev.callsheet.generator.internal.java.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BooleanExpressionTest {
  @Test
  void conjunctionKeepsCallsThatDifferInTheirLastArgument() {
    BooleanExpression first = BooleanExpression.atom("any(list,$Weach -> hasImage(each))");
    BooleanExpression second = BooleanExpression.atom("any(list,$Weach -> hasFrame(each))");

    assertThat(BooleanExpression.and(List.of(first, second)).parts())
        .containsExactly(first, second);
  }

  @Test
  void conjunctionLeavesOutRepetitions() {
    BooleanExpression call = BooleanExpression.atom("any(list,$Weach -> hasImage(each))");
    BooleanExpression same = BooleanExpression.atom("any(list,$Weach -> hasImage(each))");

    assertThat(BooleanExpression.and(List.of(call, same))).isEqualTo(call);
  }
}
