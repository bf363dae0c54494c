String log = new File(basedir, 'build.log').text

/** What the build says of a module: its goal's failure, over all its lines. */
String said(String log, String module) {
  def failure = log =~ /(?s)\[ERROR\] Failed to execute goal \S+ \([\w-]+\) on project ${module}: (.*?) -> \[Help/
  assert failure.find(): "nothing said of ${module}"
  return failure.group(1)
}

assert said(log, 'package-missing').contains('<packageName>com.example.models</packageName>')
assert said(log, 'package-misspelt').contains('com.example.3d')
assert said(log, 'model-unknown').contains('Did you mean <model>klingai:kling-video@o3-pro</model>?')
assert said(log, 'spec-directory-missing').contains('src/main/callsheet')
assert said(log, 'requests-missing').contains('<request>src/main/requests/**/*.json</request>')
assert said(log, 'severity-unknown').contains('error, warning or note')
assert said(log, 'report-unknown').contains('sarif=target/lint.sarif')
assert said(log, 'reading-unknown').contains('enforced or documented')
assert said(log, 'baseline-missing').contains('callsheet-baseline.json</baseline> is not there')
assert said(log, 'directory-shared').contains('<outputDirectory>')
assert said(log, 'port-out-of-range').contains('1 to 65535')
assert log =~ /\[WARNING\] There is nothing to generate: .*<model>klingai:kling-video@o3-pro<\/model>/
assert log =~ /models-not-named \.+ SUCCESS/
assert log =~ /skipped \.+ SUCCESS/
assert !log.contains('\tat ')
