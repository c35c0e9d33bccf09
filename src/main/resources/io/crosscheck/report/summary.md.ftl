<#ftl output_format="Markdown">
### Crosscheck: ${implementation.name} ${implementation.version}

**${mustPassed} of ${mustJudged}** must cases passed<#if run.partial> in a partial run</#if>.

| passed | failed | unsupported | errored | excluded |
|---:|---:|---:|---:|---:|
| ${totals.passed} | ${totals.failed} | ${totals.unsupported} | ${totals.errored} | ${totals.excluded} |

<#if againstExpectations?has_content>
Against the expectations: ${againstExpectations}.

</#if>
<#if stale?has_content>
#### Expectations that match no case

<#list stale as expectation>
- ${expectation}
</#list>

</#if>
<#if regressions?has_content>
#### Worse than the baseline

<#list regressions as regression>
- ${regression}
</#list>

</#if>
<#if failing?has_content>
#### Requirements with failures

| level | requirement | not passed | first message |
|---|---|---:|---|
<#list failing as row>
| ${row.level} | ${row.text} (${row.id}) | ${row.bad} of ${row.judged} | ${row.message} |
</#list>
<#if more gt 0>

and ${more} more.
</#if>

</#if>
<#if accuracy?has_content>
<details><summary>Accuracy</summary>

| operation | dtype | worst ulp | mean ulp | grade |
|---|---|---:|---:|---|
<#list accuracy as row>
| ${row.operation} | ${row.dtype} | ${row.worst} | ${row.mean} | ${row.grade} |
</#list>

</details>

</#if>
<#if nearest?has_content>
Nearest dialect: <#list nearest as dialect>${dialect}<#sep>, or </#list>.

</#if>
<#if choices?has_content>
<details><summary>Choices observed</summary>

| choice | declared | observed |
|---|---|---|
<#list choices as row>
| ${row.choice} | ${row.declared} | ${row.observed} |
</#list>

</details>

</#if>
${specification.name} ${specification.version}, tier ${run.tier}, profile ${run.profile}; ${environment}
