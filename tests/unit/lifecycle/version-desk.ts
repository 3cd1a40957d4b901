import type { Result } from '../../../src-shared/kit/result.ts'
import {
  activateVersion,
  deactivateVersion,
  publishVersion,
  saveVersion,
  type VersionList,
} from '../../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion } from '../../../src-shared/lifecycle/version-number.ts'

/** The versions of one bot whose content is changed by hand; every step answers the number it ends at. */
export class VersionDesk {
  list: VersionList = []
  private content = 0

  editAndSave(): string {
    this.content += 1
    return this.save()
  }

  save(): string {
    const { list, entry } = saveVersion(this.list, `content ${this.content}`)
    this.list = list
    return formatVersion(entry.number)
  }

  publish(version: string): string {
    this.list = granted(publishVersion(this.list, parseVersion(version)))
    return version
  }

  activate(version: string): string {
    const { list, entry } = granted(activateVersion(this.list, parseVersion(version)))
    this.list = list
    return formatVersion(entry.number)
  }

  deactivate(version: string): string {
    this.list = granted(deactivateVersion(this.list, parseVersion(version)))
    return version
  }
}

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}
