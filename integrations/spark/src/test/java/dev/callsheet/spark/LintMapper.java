package dev.callsheet.spark;

import dev.callsheet.linter.record.RecordFinding;
import dev.callsheet.linter.record.RecordLintOptions;
import dev.callsheet.linter.record.RecordLinter;
import java.io.IOException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** Lints lines in a MapReduce job. */
final class LintMapper extends Mapper<LongWritable, Text, LongWritable, Text> {
  private final RecordLinter linter = new RecordLinter(RecordLintOptions.defaults());

  @Override
  protected void map(LongWritable offset, Text line, Context context)
      throws IOException, InterruptedException {
    for (RecordFinding finding : linter.lint(line.getBytes(), line.getLength()).findings()) {
      context.write(offset, new Text(finding.rule() + " " + finding.pointer()));
    }
  }
}
