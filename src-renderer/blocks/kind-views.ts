import { type ComponentType, lazy } from 'react'
import type { DataOf, KindName } from '../../src-shared/blocks/kinds.ts'
import { KIND_ICONS } from './kind-icons.ts'
import type { FormProps, KindView } from './kind-view.ts'

/** How every kind looks. Forms come in one piece when the first is needed, so that the start does not wait for them. */
export const KIND_VIEWS: { readonly [Name in KindName]: KindView<Name> } = {
  entry: view('entry'),
  message: view('message'),
  menu: view('menu'),
  question: view('question'),
  condition: view('condition'),
  setVariable: view('setVariable'),
  callFlow: view('callFlow'),
  goTo: view('goTo'),
  end: view('end'),
}

function view<Name extends KindName>(name: Name): KindView<Name> {
  const Form = lazy(async () => {
    const { KIND_FORMS } = await import('./kind-forms.ts')
    return { default: KIND_FORMS[name] as ComponentType<FormProps<DataOf<Name>>> }
  })
  return { icon: KIND_ICONS[name], Form }
}
