import { expect, test } from '@playwright/test'
import writeExcelFile from 'write-excel-file/node'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow } from './window.ts'

/** requirements.md NHN-11. */
const MANY = 10_000

/** requirements.md NHN-07, NHN-11, NHN-30, KAL-04: what a bot knows is written, brought in, tried and deleted in the panel. */
test('intents, questions, templates and accesses are made and used in the knowledge panel', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('tab', { name: 'Knowledge' }).click()
  const panel = page.getByRole('region', { name: 'Knowledge' })
  const form = page.locator('[data-inspector]')

  await panel.getByRole('button', { name: 'New intent' }).first().click()
  await form.getByLabel('Name').fill('Book a table')
  await form
    .getByLabel('Ways of saying it')
    .fill('- I want to book a table\n2) is there a table for two?\nbook for tonight')
  await form.getByLabel('Name').click()
  await expect(panel.getByRole('button', { name: /Book a table/ })).toContainText('3 phrases')
  await panel.getByLabel('Try a sentence').fill('could I book a table for tonight')
  await expect(panel.getByText(/^Understood as “Book a table”/)).toBeVisible()

  await panel.getByTitle('Questions & answers').click()
  await panel.getByRole('button', { name: 'Bring in a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in questions and answers' })
  await dialog
    .getByLabel('List', { exact: true })
    .fill(
      'question;answer;topic\nWhen are you open?;From 9 to 5.;Shops\n;no question\nDo you deliver?;Yes, "within" 2 days.',
    )
  await expect(dialog.getByText('2 pairs can be brought in.')).toBeVisible()
  await expect(dialog.getByText('Line 3: the question is missing.')).toBeVisible()
  await audit(page, 'list of questions')
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).click()
  await panel.getByRole('button', { name: /When are you open\?/ }).click()
  await expect(form.getByLabel('The question')).toHaveValue('When are you open?')
  await panel.getByLabel('Try a sentence').fill('when do you open')
  await expect(panel.getByText('Answers “When are you open?”.')).toBeVisible()

  await panel.getByRole('button', { name: 'Bring in a list' }).click()
  const chooseFile = (name: string, buffer: Buffer) =>
    dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await chooseFile('list.xlsx', Buffer.from('MZ\0\x90 this program cannot be run'))
  await expect(dialog.getByText('The file could not be read.', { exact: false })).toBeVisible()
  const prices = [
    ['What does it cost?', 'From 9,90.'],
    ['Do you have sizes?', 'S; M; L'],
  ]
  await chooseFile(
    'list.csv',
    await writeExcelFile(prices.map(row => row.map(value => ({ value })))).toBuffer(),
  )
  await expect(dialog.getByText('2 pairs can be brought in.')).toBeVisible()
  await expect(dialog.getByLabel('List', { exact: true })).toHaveValue(/"Do you have sizes\?"\t"S; M; L"/)
  const many = Array.from(
    { length: MANY },
    (_, at) => `Is part ${at} in stock?;Part ${at} comes in ${at % 9} days.`,
  )
  await chooseFile('parts.csv', Buffer.from(many.join('\n')))
  await expect(dialog.getByText('10000 pairs can be brought in.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(page.getByText('Brought in: 10000 new', { exact: false })).toBeVisible()
  await panel.getByLabel('Find a question or answer').fill('part 9876')
  await panel.getByRole('button', { name: /Is part 9876 in stock\?/ }).click()
  await expect(form.getByLabel('Answer', { exact: true })).toHaveText('Part 9876 comes in 3 days.')
  await panel.getByLabel('Find a question or answer').fill('')
  await expect(panel.getByRole('listitem')).not.toHaveCount(0)
  expect(await panel.getByRole('listitem').count()).toBeLessThan(100)
  await allSaved(page)
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('listitem')).toHaveCount(2)

  await panel.getByTitle('API access').click()
  await panel.getByRole('button', { name: 'New access' }).first().click()
  await form.getByLabel('Name of the profile').fill('Orders')
  await expect(form.getByText('The access “Orders” has no secret', { exact: false })).toBeVisible()
  await form.getByRole('button', { name: 'Delete' }).click()
  await expect(panel.getByRole('listitem')).toHaveCount(0)

  await panel.getByTitle('Message templates').click()
  await panel.getByRole('button', { name: 'New template' }).first().click()
  await form.getByLabel('Name', { exact: true }).fill('Order update')
  await form.getByLabel('Text', { exact: true }).fill('Hello {{1}}, order {{3}} is on its way.')
  await form.getByLabel('Footer').click()
  await expect(form.getByText('Place 2 is left out.', { exact: false })).toBeVisible()
  await expect(panel.getByRole('button', { name: /order_update/ })).toContainText('3 places')
  await audit(page, 'knowledge')

  await form.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('“order_update” is deleted.', { exact: false })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('button', { name: /order_update/ })).toBeVisible()

  await page.getByRole('tab', { name: /^Problems/ }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  const unused = problems.getByRole('button', { name: /^The intent “Book a table” leads nowhere/ })
  await problems.getByRole('button', { name: /^Ignore: The intent “Book a table”/ }).click()
  await page.keyboard.type('The table plan comes in May')
  await audit(page, 'ignoring a finding')
  await page.keyboard.press('Enter')
  await expect(unused).toBeHidden()
  await problems.getByRole('button', { name: '1 ignored' }).click()
  await expect(problems.getByText('“The table plan comes in May”', { exact: false })).toBeVisible()
  await audit(page, 'ignored findings')
  await problems.getByRole('button', { name: 'Show again' }).click()
  await expect(problems.getByRole('button', { name: '1 ignored' })).toBeHidden()
  await unused.click()
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('Book a table')
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})
